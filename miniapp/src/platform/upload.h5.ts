import type { Attachment } from '@jiesu/shared-types'
import { localProblem } from '../api/problem'
import { readUpload } from '../api/readUpload'
import { ROUTES } from '../api/routes'
import { spokenLanguage } from '../words/language'
import { uploadTimeout, type ChosenPhoto } from './photoLimits'

/**
 * Sends one photo or video; `onProgress` hears of it in percent. By XMLHttpRequest, because fetch tells no progress.
 * @throws ApiProblem
 */
export const uploadPhoto = async (
  { file, video }: ChosenPhoto,
  onProgress: (percent: number) => void,
): Promise<Attachment> => {
  const form = new FormData()
  // The twin that chooses photos gives bytes here.
  form.append('file', file as Blob, 'photo')
  const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${API_ORIGIN}${ROUTES.uploadAttachment?.path ?? ''}`)
    request.setRequestHeader('Accept-Language', spokenLanguage())
    request.timeout = uploadTimeout(video)
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / total) * 100))
    request.onload = () => resolve({ status: request.status, text: request.responseText })
    request.onerror = () => reject(localProblem('offline'))
    request.ontimeout = () => reject(localProblem('timeout'))
    request.send(form)
  })
  return readUpload(answer.status, answer.text) as Attachment
}
