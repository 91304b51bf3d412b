import type { EntryFile } from '@jiesu/shared-types'
import { localProblem } from '../api/problem'
import { readUpload } from '../api/readUpload'
import { ROUTES } from '../api/routes'
import type { ChosenFile } from './entryFiles'

/** Lets the person choose a file for an entry; nothing when they change their mind. `endings` without dots. */
export const chooseEntryFile = (endings: readonly string[]): Promise<ChosenFile | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = endings.map((ending) => `.${ending}`).join(',')
    input.onchange = () => {
      const file = input.files?.[0]
      resolve(file && { file, name: file.name, bytes: file.size })
    }
    input.oncancel = () => resolve(undefined)
    input.click()
  })

/** @throws ApiProblem */
export const uploadEntryFile = async ({ file, name }: ChosenFile, token: string): Promise<EntryFile> => {
  const form = new FormData()
  form.append('file', file as Blob, name)
  const answer = await fetch(`${API_ORIGIN}${ROUTES.uploadKnowledgeFile?.path ?? ''}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: form,
  }).catch(() => {
    throw localProblem('offline')
  })
  return readUpload(answer.status, await answer.text()) as EntryFile
}
