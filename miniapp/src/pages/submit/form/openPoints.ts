import { commonWords } from '../../../words/common'
import { submitWords as words } from '../../../words/submit'
import { FIELDS, missingFields, nameOf, type Errors, type FieldId, type Submission } from './submission'

/** What keeps an appeal from being sent: fields, each in the order of the page. */
export interface OpenPoints {
  /** Still empty, and has to be there. */
  missing: readonly FieldId[]
  /** Cannot go as it is, or waits for the person's word. */
  toLookAt: readonly FieldId[]
  /** Photos are on their way: nothing to do but wait. */
  uploading: boolean
}

/** @param wrong what is known to be wrong, by field; the words do not matter here. */
export const openPoints = (submission: Submission, wrong: Errors, uploading: boolean): OpenPoints => {
  const missing = missingFields(submission)
  const toLookAt = FIELDS.map(({ id }) => id).filter((id) => id in wrong && !missing.includes(id))
  return { missing, toLookAt, uploading }
}

/** One line at the thumb; that nothing is open is said only when nothing is. */
export const sayOpen = ({ missing, toLookAt, uploading }: OpenPoints, submission: Submission): string => {
  const [next] = missing
  const count = missing.length + toLookAt.length
  if (next !== undefined) {
    const name = nameOf(next, submission)
    return count === 1 ? words.missing(name) : words.missingMore(count, name)
  }
  if (count > 0) return words.lookFirst(commonWords.list(toLookAt.map((id) => nameOf(id, submission))))
  return uploading ? words.photosWait : words.complete
}
