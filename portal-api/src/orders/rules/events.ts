/** What can happen to an order. An event is a fact in the past; `evolve` says what it changes. */
import type { MilestoneType, SatisfactionLevel, SolvedAnswer } from '@jiesu/shared-types/vocabulary'
import type { MilestonePromise } from '../../clock/rules/limits'
import type { LineTarget } from '../../dispatch/rules/chooseUnit'
import type { Actor, ConclusionReason } from './order'

interface Moment {
  readonly at: Date
  readonly by: Actor
}

/** A promise counted again because a year's holidays were announced. */
export interface PromiseChange {
  readonly milestone: MilestoneType
  readonly startAt: Date
  readonly dueAt: Date
  /** Still open: it reaches into the next year that is not announced. */
  readonly provisional: boolean
  /** The due time that was promised provisionally. */
  readonly before: Date
}

interface RowVersion {
  readonly row: string
  readonly version: number
}

/** The row that decided, and who would have been next. */
export interface CatalogueChoice extends RowVersion {
  readonly next: readonly (RowVersion & { readonly unitId: string })[]
}

export type OrderEvent = Moment &
  (
    | { readonly type: 'submitted' }
    | { readonly type: 'accepted'; readonly note: string; readonly promises: readonly MilestonePromise[] }
    | {
        readonly type: 'declined'
        readonly reason: string
        readonly goTo: string
        readonly rule?: string | undefined
      }
    | { readonly type: 'decline-contested'; readonly reason: string }
    | { readonly type: 'information-requested'; readonly question: string }
    | { readonly type: 'information-given'; readonly text: string }
    | { readonly type: 'withdrawn'; readonly reason: string }
    | {
        readonly type: 'dispatched'
        readonly unitId: string
        readonly coUnitIds: readonly string[]
        /** The catalogue row and its basis, or the operator's reason. */
        readonly basis: string
        readonly line?: LineTarget | undefined
        /** How the catalogue chose by itself, as it stood then. */
        readonly catalogue?: CatalogueChoice | undefined
      }
    | { readonly type: 'first-viewed' }
    | { readonly type: 'received' }
    | { readonly type: 'cause-explained'; readonly text: string }
    | { readonly type: 'extension-asked'; readonly days: number; readonly reason: string }
    | {
        readonly type: 'extension-granted'
        readonly days: number
        readonly reason: string
        readonly before: Date
        readonly dueAt: Date
        readonly provisional: boolean
      }
    | { readonly type: 'extension-refused'; readonly reason: string }
    | {
        readonly type: 'replied'
        readonly publicReply: string
        readonly internalAccount: string
        readonly ratingOpenUntil: Date
      }
    | {
        readonly type: 'rated'
        readonly solved: SolvedAnswer
        readonly satisfaction: SatisfactionLevel
        readonly reason: string
        /** What follows: nothing more, another round at once, or a person looks at it. */
        readonly leadsTo: 'conclusion' | 'redo' | 'review'
      }
    | {
        readonly type: 'redo-ordered'
        readonly reason: string
        readonly promises: readonly MilestonePromise[]
      }
    | { readonly type: 'promise-recomputed'; readonly changes: readonly PromiseChange[] }
    | { readonly type: 'concluded'; readonly how: ConclusionReason; readonly reason: string }
  )

/** An event as it stands in the order: `<number>-<sequence>` identifies it everywhere. */
export type RecordedEvent = OrderEvent & { readonly id: string; readonly round: number }
