import * as board from './boardEndpoints'
import * as desk from './deskEndpoints'
import type { Endpoint } from './endpoint'
import * as notices from './noticeEndpoints'
import * as open from './publicEndpoints'
import * as sessions from './sessionEndpoints'

export * from './boardEndpoints'
export * from './deskEndpoints'
export * from './noticeEndpoints'
export * from './publicEndpoints'
export * from './sessionEndpoints'

/** Every endpoint of the portal: the OpenAPI document and the contract tests are made from this list. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...Object.values(open),
  ...Object.values(sessions),
  ...Object.values(desk),
  ...Object.values(board),
  ...Object.values(notices),
]
