import { isDissatisfied, type SatisfactionLevel, type SolvedAnswer } from '@jiesu/shared-types/vocabulary'
import { rateWords as words } from '../../../words/zh/rate'

export interface RatingDraft {
  commandId: string
  solved: SolvedAnswer | ''
  satisfaction: SatisfactionLevel | ''
  reason: string
  asksRedo: boolean | ''
}

/** Redo is offered to whoever has something left to be done or set right. */
export const offersRedo = ({ solved, satisfaction }: RatingDraft): boolean =>
  (solved !== '' && solved !== 'solved') || (satisfaction !== '' && isDissatisfied(satisfaction))

/** What follows from the answers so far, in words. */
export const afterwards = (draft: RatingDraft): string => {
  if (draft.solved === '' || draft.satisfaction === '') return words.afterNothing
  if (!offersRedo(draft)) return words.afterConclude
  return draft.asksRedo === true ? words.afterRedo : words.afterUnsolved
}
