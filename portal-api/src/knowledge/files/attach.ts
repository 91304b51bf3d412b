/** Joins what an editor writes with the files that it names. */
import type { EntryContentInput } from '@jiesu/shared-types'
import { Refused } from '../../platform/problems'
import type { EntryContent } from '../rules/entryContent'
import type { Life } from '../rules/life'
import type { EntryFiles } from './entryFiles.store'

export interface Attach {
  /** What is written, with its files taken for the entry. @throws Refused where a file is not there. */
  take(content: EntryContentInput, entry: string): Promise<EntryContent>
  /** After a change: lets go of the files that are named no more. */
  letGo(before: Life, after: Life): Promise<void>
}

/** Ids of all files that versions and the draft name. */
const filesOf = ({ versions, work }: Life): string[] =>
  [...versions, ...(work === undefined ? [] : [work])].flatMap(({ content }) =>
    (content.attachments ?? []).map(({ id }) => id),
  )

export const makeAttach = (files: Pick<EntryFiles, 'records' | 'claim' | 'release'>): Attach => ({
  take: async ({ attachments = [], ...content }, entry) => {
    if (attachments.length === 0) return content
    const ids = attachments.map(({ id }) => id)
    const records = new Map((await files.records(ids)).map((record) => [record.id, record]))
    const taken = attachments.flatMap(({ id, name }) => {
      const record = records.get(id)
      return record === undefined ? [] : [{ ...record, name }]
    })
    if (taken.length < attachments.length || !(await files.claim(ids, entry)))
      throw new Refused('invalid-input', {
        fields: [{ path: '/content/attachments', message: '有附件已经不在了，请删去后重新上传。' }],
      })
    return { ...content, attachments: taken }
  },
  letGo: async (before, after) => {
    const kept = new Set(filesOf(after))
    await files.release(
      filesOf(before).filter((id) => !kept.has(id)),
      after.id,
    )
  },
})
