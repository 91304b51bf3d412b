import type { Attachment } from '@jiesu/shared-types'
import { localProblem, problemFromAnswer } from './problem'

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The answer to an upload, which both platforms hand over as text.
 * @throws ApiProblem
 */
export const readUpload = (status: number, text: string): Attachment => {
  const body = parse(text)
  if (status !== 201) throw problemFromAnswer(body, 'sending')
  if (typeof (body as Attachment | undefined)?.id !== 'string') throw localProblem('unreadable')
  return body as Attachment
}
