import { isDissatisfied, type SatisfactionLevel, type SolvedAnswer } from '@jiesu/shared-types/vocabulary'
import { rateWords as words } from '../../../words/rate'

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

/** Rounds so far and at most; after the last one a person decides whether there is another. */
export interface Rounds {
  round: number
  maxRounds: number
}

/** What follows from the answers so far, in words; the portal's rule for it is `consequence` of its closing rules. */
export const afterwards = (draft: RatingDraft, { round, maxRounds }: Rounds): string => {
  if (draft.solved === '' || draft.satisfaction === '') return words.afterNothing
  const redo = offersRedo(draft) && draft.asksRedo === true
  if (draft.solved === 'unsolved') return redo && round < maxRounds ? words.afterRedo : words.afterReview
  return redo ? words.afterReview : words.afterConclude
}
