import type { EntryFile } from '@jiesu/shared-types'
import Taro from '@tarojs/taro'
import { localProblem } from '../api/problem'
import { readUpload } from '../api/readUpload'
import { ROUTES } from '../api/routes'

export interface ChosenFile {
  /** A path in the mini-program, the bytes on the H5. */
  file: string | Blob
  name: string
  bytes: number
}

/** Lets the person choose a file from a chat; nothing when they change their mind. `endings` without dots. */
export const chooseEntryFile = (endings: readonly string[]): Promise<ChosenFile | undefined> =>
  Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] }).then(
    ({ tempFiles: [chosen] }) => chosen && { file: chosen.path, name: chosen.name, bytes: chosen.size },
    () => undefined,
  )

/** @throws ApiProblem */
export const uploadEntryFile = async ({ file }: ChosenFile, token: string): Promise<EntryFile> => {
  const answer = await Taro.uploadFile({
    url: `${API_ORIGIN}${ROUTES.uploadKnowledgeFile?.path ?? ''}`,
    filePath: file as string,
    name: 'file',
    header: { Authorization: `Bearer ${token}` },
    timeout: 60_000,
  }).catch(() => {
    throw localProblem('offline')
  })
  return readUpload(answer.statusCode, answer.data) as EntryFile
}
