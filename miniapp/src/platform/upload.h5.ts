import type { Attachment } from '@jiesu/shared-types'
import { localProblem } from '../api/problem'
import { readUpload } from '../api/readUpload'
import { ROUTES } from '../api/routes'

/**
 * Sends one photo; `onProgress` hears of it in percent. By XMLHttpRequest, because fetch tells no progress.
 * @throws ApiProblem
 */
export const uploadPhoto = async (
  path: string,
  onProgress: (percent: number) => void,
): Promise<Attachment> => {
  const photo = await fetch(path)
    .then((response) => response.blob())
    .catch(() => {
      throw localProblem('offline')
    })
  const form = new FormData()
  form.append('file', photo, 'photo')
  const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${API_ORIGIN}${ROUTES.uploadAttachment?.path ?? ''}`)
    request.timeout = 60_000
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100))
    request.onload = () => resolve({ status: request.status, text: request.responseText })
    request.onerror = () => reject(localProblem('offline'))
    request.ontimeout = () => reject(localProblem('timeout'))
    request.send(form)
  })
  return readUpload(answer.status, answer.text)
}
