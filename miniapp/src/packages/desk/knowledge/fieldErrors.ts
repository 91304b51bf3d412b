/** What is not right in a field of the editor: what the portal refused there, or what the recording standard finds. */
import type { KnowledgeDeskEntry } from '@jiesu/shared-types'
import type { KnowledgeField } from '@jiesu/shared-types/vocabulary'
import type { ApiProblem } from '../../../api/problem'

export interface FieldErrors {
  /** Of a field as a whole. */
  of: (field: KnowledgeField) => string | undefined
  /** Of one part, by the path below the content, e.g. `sections/0/text`. */
  at: (path: string) => string | undefined
}

const joined = (said: readonly string[]): string | undefined =>
  said.length === 0 ? undefined : [...new Set(said)].join(' ')

/** Fields of which each row or part says what is wrong with it. */
const BY_ROW: readonly KnowledgeField[] = ['sections', 'phones', 'links', 'attachments', 'source']

export const fieldErrors = (
  findings: KnowledgeDeskEntry['findings'],
  problem: ApiProblem | undefined,
): FieldErrors => {
  const fields = problem?.fields ?? []
  const refused = (is: (path: string) => boolean) =>
    fields.filter(({ path }) => is(path)).map(({ message }) => message)
  return {
    of: (field) =>
      joined([
        ...refused(
          (path) =>
            path === `/content/${field}` ||
            (!BY_ROW.includes(field) && path.startsWith(`/content/${field}/`)),
        ),
        ...findings.filter((one) => one.field === field).map(({ text }) => text),
      ]),
    at: (path) => joined(refused((one) => one === `/content/${path}`)),
  }
}
