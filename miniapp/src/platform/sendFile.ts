import type { UploadName } from '../api/client'
import { localProblem } from '../api/problem'

export interface ChosenFile {
  name: string
  content: Blob
}

/** Whether files of the device can be chosen here; in WeChat files are brought in at a computer. See the twin for the H5. */
export const choosesFiles: boolean = false

/** Lets the person choose one file; nothing when they change their mind. */
export const chooseFile = (_accept: string): Promise<ChosenFile | undefined> => Promise.resolve(undefined)

/** Sends a file to one of the desk's endpoints. @throws ApiProblem */
export const sendFile = (
  _to: UploadName,
  _params: Record<string, string>,
  _file: ChosenFile,
): Promise<unknown> => Promise.reject(localProblem('unreadable'))
