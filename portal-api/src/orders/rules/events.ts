/** What can happen to an order. An event is a fact in the past; `evolve` says what it changes. */
import type {
  AskOutcome,
  CardColour,
  ContactOutcome,
  MatterNature,
  MilestoneType,
  SatisfactionLevel,
  SolvedAnswer,
  SupervisionForm,
} from '@jiesu/shared-types/vocabulary'
import type { MilestonePromise } from '../../clock/rules/limits'
import type { LineTarget } from '../../dispatch/rules/chooseUnit'
import type { Actor, Ask, ConclusionReason } from './order'

interface Moment {
  readonly at: Date
  readonly by: Actor
}

/** A promise with the moment from which it is nearly due. */
export type OrderPromise = MilestonePromise & { readonly soonAt: Date }

/** The answer to one ask. */
export interface Point {
  readonly ask: string
  readonly outcome: AskOutcome
  readonly text: string
}

/** A promise counted again because a year's holidays were announced. */
export interface PromiseChange {
  readonly milestone: MilestoneType
  readonly startAt: Date
  readonly dueAt: Date
  readonly soonAt: Date
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
    | { readonly type: 'accepted'; readonly note: string; readonly promises: readonly OrderPromise[] }
    | {
        readonly type: 'declined'
        readonly reason: string
        readonly goTo: string
        readonly rule?: string | undefined
        /** 无理重复: the order that answered the same before. */
        readonly repeatOf?: string | undefined
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
        readonly soonAt: Date
        readonly provisional: boolean
      }
    | { readonly type: 'extension-refused'; readonly reason: string }
    | {
        readonly type: 'replied'
        readonly publicReply: string
        readonly internalAccount: string
        readonly ratingOpenUntil: Date
        readonly callbackFrom: Date
        readonly nature: MatterNature
        readonly points: readonly Point[]
        /** The unit that answers: the main unit, or the hotline itself (直接答复). */
        readonly unitId: string
        /** Knowledge entry on which a direct answer rests. */
        readonly entry?: string | undefined
        /** The public reply may be shown to those who follow the matter. */
        readonly publishable?: true | undefined
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
        readonly promises: readonly OrderPromise[]
      }
    | { readonly type: 'promise-recomputed'; readonly changes: readonly PromiseChange[] }
    | { readonly type: 'resumed'; readonly reason: string }
    | { readonly type: 'supplemented'; readonly text: string }
    | { readonly type: 'reminded'; readonly text: string }
    | { readonly type: 'asks-split'; readonly asks: readonly Pick<Ask, 'id' | 'text' | 'unitId'>[] }
    | (Point & { readonly type: 'ask-answered' })
    | {
        readonly type: 'merged'
        readonly into: string
        readonly reason: string
        /** Replies of the lead order when the two were merged: the next one is for both. */
        readonly leadReplies: number
      }
    | { readonly type: 'unmerged'; readonly reason: string }
    | {
        readonly type: 'urgency-raised'
        readonly reason: string
        /** The limits of urgent matters, where the city has them and they end earlier; empty: nothing moves. */
        readonly promises: readonly OrderPromise[]
      }
    | { readonly type: 'returned'; readonly reason: string; readonly evidence: string }
    | { readonly type: 'return-upheld'; readonly reason: string }
    | { readonly type: 'return-refused'; readonly reason: string }
    | { readonly type: 'duty-referred'; readonly reason: string }
    | {
        readonly type: 'duty-ruled'
        readonly unitId: string
        readonly document: string
        readonly reason: string
      }
    | { readonly type: 'co-units-invited'; readonly unitIds: readonly string[]; readonly reason: string }
    | { readonly type: 'contact-recorded'; readonly outcome: ContactOutcome; readonly text: string }
    | { readonly type: 'progress-noted'; readonly text: string; readonly visible: boolean }
    | { readonly type: 'callback-recorded'; readonly outcome: ContactOutcome; readonly text: string }
    | { readonly type: 'supervised'; readonly form: SupervisionForm; readonly text: string }
    | { readonly type: 'supervision-answered'; readonly text: string }
    | {
        readonly type: 'card-issued'
        readonly colour: CardColour
        readonly milestone: MilestoneType
        readonly dueAt: Date
      }
    | { readonly type: 'concluded'; readonly how: ConclusionReason; readonly reason: string }
  )

/** An event as it stands in the order: `<number>-<sequence>` identifies it everywhere. */
export type RecordedEvent = OrderEvent & { readonly id: string; readonly round: number }
