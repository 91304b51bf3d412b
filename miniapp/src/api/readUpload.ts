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
export const readUpload = (status: number, text: string): { id: string } => {
  const body = parse(text)
  if (status !== 201) throw problemFromAnswer(body, 'sending')
  if (typeof (body as { id?: unknown } | undefined)?.id !== 'string') throw localProblem('unreadable')
  return body as { id: string }
}
