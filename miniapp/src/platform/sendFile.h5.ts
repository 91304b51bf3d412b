import type { UploadName } from '../api/client'
import { localProblem, problemFromAnswer } from '../api/problem'
import { ROUTES } from '../api/routes'
import { sessions } from '../stores/session'
import type { ChosenFile } from './sendFile'

export const choosesFiles: boolean = true

const pick = (accept: string): Promise<File | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.onchange = () => resolve(input.files?.[0])
    input.oncancel = () => resolve(undefined)
    input.click()
  })

/** Lets the person choose one file, read at once: what is sent later is what was chosen, whatever becomes of it meanwhile. */
export const chooseFile = async (accept: string): Promise<ChosenFile | undefined> => {
  const file = await pick(accept)
  return file && { name: file.name, content: new Blob([await file.arrayBuffer()]) }
}

/** Ten megabytes over a slow line. */
const TIMEOUT_MS = 120_000

/** Sends a file to one of the desk's endpoints. @throws ApiProblem */
export const sendFile = async (
  to: UploadName,
  params: Record<string, string>,
  { name, content }: ChosenFile,
): Promise<unknown> => {
  const path = (ROUTES[to]?.path ?? '').replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  )
  const token = sessions.staff.token()
  const body = new FormData()
  body.append('file', content, name)
  const answer = await fetch(`${API_ORIGIN}${path}`, {
    method: 'POST',
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((caught: unknown) => {
    throw localProblem((caught as Error).name === 'TimeoutError' ? 'timeout' : 'offline')
  })
  const said: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) {
    if (said === undefined) throw localProblem('unreadable')
    return said
  }
  const problem = problemFromAnswer(said, 'sending')
  if (problem.code === 'session-expired' && token !== undefined) sessions.forget(token)
  throw problem
}
