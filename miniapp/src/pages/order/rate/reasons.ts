import { rateWords as words } from '../../../words/rate'
import { offersRedo, type RatingDraft } from './afterwards'

export interface Reason {
  id: string
  name: string
}

/** Reasons that fit the answers so far: what was not done, or what was done well; none before there is an answer. */
export const reasonsFor = (
  draft: RatingDraft,
): { kind: 'bad' | 'good' | 'none'; reasons: readonly Reason[] } => {
  if (draft.solved === '' && draft.satisfaction === '') return { kind: 'none', reasons: [] }
  const kind = offersRedo(draft) || draft.satisfaction === 'fair' ? 'bad' : 'good'
  return { kind, reasons: Object.entries(words[kind]).map(([id, name]) => ({ id, name })) }
}

/** What was ticked and what was written, as one text; what was ticked before the answers changed is left out. */
export const reasonText = (draft: RatingDraft): string => {
  const ticked = reasonsFor(draft)
    .reasons.filter(({ id }) => draft.ticked.includes(id))
    .map(({ name }) => name)
  return words.together(ticked, draft.reason.trim())
}
