import { submitWords as words } from '../../../words/zh/submit'
import { FIELDS, missingNames, type Errors, type Submission } from './submission'

/** What keeps an appeal from being sent: names of fields, each in the order of the page. */
export interface OpenPoints {
  /** Still empty, and has to be there. */
  missing: readonly string[]
  /** Cannot go as it is, or waits for the person's word. */
  toLookAt: readonly string[]
  /** Photos are on their way: nothing to do but wait. */
  uploading: boolean
}

/** @param wrong what is known to be wrong, by field; the words do not matter here. */
export const openPoints = (submission: Submission, wrong: Errors, uploading: boolean): OpenPoints => {
  const missing = missingNames(submission)
  const toLookAt = FIELDS.filter(({ id, name }) => id in wrong && !missing.includes(name))
  return { missing, toLookAt: toLookAt.map(({ name }) => name), uploading }
}

/** One line at the thumb; that nothing is open is said only when nothing is. */
export const sayOpen = ({ missing, toLookAt, uploading }: OpenPoints): string => {
  const [next] = missing
  const count = missing.length + toLookAt.length
  if (next !== undefined) return count === 1 ? words.missing(next) : words.missingMore(count, next)
  if (count > 0) return words.lookFirst(toLookAt.join('、'))
  return uploading ? words.photosWait : words.complete
}
