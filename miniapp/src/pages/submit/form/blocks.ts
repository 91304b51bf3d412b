import type { Draft } from '../../../stores/drafts'
import type { Submission } from './submission'
import type { Sending } from './useSending'

/** What every block of the form works on. */
export interface BlockProps {
  draft: Draft<Submission>
  sending: Sending
}
