import { readDraft } from '../../../stores/drafts'
import { sayMoment } from '../../../words/vocabulary'

/** When the appeal that was begun and not sent was last kept; undefined when there is none. */
export const savedDraftTime = (): string | undefined => {
  const kept = readDraft<{ text?: string }>('submission')
  return kept === undefined || (kept.value.text ?? '') === '' ? undefined : sayMoment(new Date(kept.savedAt))
}
