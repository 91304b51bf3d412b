import {
  isDissatisfied,
  type MatterNature,
  type SatisfactionLevel,
  type SolvedAnswer,
} from '@jiesu/shared-types/vocabulary'
import { rateWords as words } from '../../../words/rate'
import { MATTER_NATURE_WORDS } from '../../../words/vocabulary'

export interface RatingDraft {
  commandId: string
  solved: SolvedAnswer | ''
  satisfaction: SatisfactionLevel | ''
  /** Ids of reasons that were ticked, of both lists: answers may change. */
  ticked: readonly string[]
  reason: string
  asksRedo: boolean | ''
}

/** Redo is offered to whoever has something left to be done or set right. */
export const offersRedo = ({ solved, satisfaction }: RatingDraft): boolean =>
  (solved !== '' && solved !== 'solved') || (satisfaction !== '' && isDissatisfied(satisfaction))

/** What decides beside the answers. */
export interface Circumstances {
  /** Rounds so far and at most; after the last one a person decides whether there is another. */
  round: number
  maxRounds: number
  /** Mediation and law enforcement are not redone by a rating. */
  nature: MatterNature
}

/** What follows from the answers so far, in words; the portal's rule for it is `consequence` of its closing rules. */
export const afterwards = (draft: RatingDraft, { round, maxRounds, nature }: Circumstances): string => {
  if (draft.solved === '' || draft.satisfaction === '') return words.afterNothing
  const redo = offersRedo(draft) && draft.asksRedo === true
  if (redo && nature !== 'ordinary') return words.afterLaw(MATTER_NATURE_WORDS[nature])
  if (draft.solved === 'unsolved') return redo && round < maxRounds ? words.afterRedo : words.afterReview
  return redo ? words.afterReview : words.afterConclude
}
