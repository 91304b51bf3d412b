import * as board from './boardEndpoints'
import * as desk from './deskEndpoints'
import type { Endpoint } from './endpoint'
import * as exchange from './exchangeEndpoints'
import * as knowledgeDesk from './knowledgeDeskEndpoints'
import * as knowledgeImport from './knowledgeImportEndpoints'
import * as knowledgeProposals from './knowledgeProposalEndpoints'
import * as live from './liveEndpoints'
import * as notices from './noticeEndpoints'
import * as open from './publicEndpoints'
import * as rules from './ruleEndpoints'
import * as sessions from './sessionEndpoints'
import * as similar from './similarEndpoints'

export * from './boardEndpoints'
export * from './deskEndpoints'
export * from './exchangeEndpoints'
export * from './knowledgeDeskEndpoints'
export * from './knowledgeImportEndpoints'
export * from './knowledgeProposalEndpoints'
export * from './liveEndpoints'
export * from './noticeEndpoints'
export * from './publicEndpoints'
export * from './ruleEndpoints'
export * from './sessionEndpoints'
export * from './similarEndpoints'

/** Every endpoint of the portal: the OpenAPI document and the contract tests are made from this list. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...Object.values(open),
  ...Object.values(sessions),
  ...Object.values(desk),
  ...Object.values(exchange),
  ...Object.values(rules),
  ...Object.values(knowledgeDesk),
  ...Object.values(knowledgeImport),
  ...Object.values(knowledgeProposals),
  ...Object.values(live),
  ...Object.values(board),
  ...Object.values(notices),
  ...Object.values(similar),
]
