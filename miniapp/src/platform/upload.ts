import type { Attachment } from '@jiesu/shared-types'
import Taro from '@tarojs/taro'
import { localProblem } from '../api/problem'
import { readUpload } from '../api/readUpload'
import { ROUTES } from '../api/routes'
import { spokenLanguage } from '../words/language'
import { uploadTimeout, type ChosenPhoto } from './photoLimits'

/**
 * Sends one photo or video; `onProgress` hears of it in percent.
 * @throws ApiProblem
 */
export const uploadPhoto = async (
  { file, video }: ChosenPhoto,
  onProgress: (percent: number) => void,
): Promise<Attachment> => {
  const task = Taro.uploadFile({
    url: `${API_ORIGIN}${ROUTES.uploadAttachment?.path ?? ''}`,
    // The twin that chooses photos gives paths here.
    filePath: file as string,
    name: 'file',
    header: { 'Accept-Language': spokenLanguage() },
    timeout: uploadTimeout(video),
  })
  task.progress(({ progress }) => onProgress(progress))
  const answer = await task.catch(() => {
    throw localProblem('offline')
  })
  return readUpload(answer.statusCode, answer.data) as Attachment
}
