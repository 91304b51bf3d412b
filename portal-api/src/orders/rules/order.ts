/** An order (工单): one appeal and all that happens to it. Pure shapes; how it is stored is `order.store.ts`. */
import type {
  ActorRole,
  AppealKind,
  Confidentiality,
  DeclaredFact,
  RequesterType,
  SatisfactionLevel,
  ScopeFindingKind,
  SolvedAnswer,
} from '@jiesu/shared-types/vocabulary'
import type { MilestonePromise } from '../../clock/rules/limits'
import type { LineTarget } from '../../dispatch/rules/chooseUnit'

/** Who acts. `id` is the account or staff id; the system has none. */
export interface Actor {
  readonly role: ActorRole
  readonly id?: string | undefined
  /** For handlers: the unit they act for. */
  readonly unitId?: string | undefined
}

export interface Place {
  readonly district: string
  readonly street?: string | undefined
  readonly detail: string
}

/** What the scope check said when the appeal was sent. */
export interface FindingRecord {
  readonly rule: string
  readonly kind: ScopeFindingKind
  readonly words: readonly string[]
}

/** A promise of one round of handling and what became of it. */
export interface Milestone extends MilestonePromise {
  readonly round: number
  readonly metAt?: Date | undefined
  /** Overtaken (withdrawn, redone) before it was met. */
  readonly voidAt?: Date | undefined
  /** When it was due before extensions were granted, oldest first. */
  readonly extendedFrom?: readonly Date[] | undefined
}

/** What the requester handed in; never changed afterwards. */
export interface AppealFacts {
  readonly city: string
  readonly requester: RequesterType
  readonly kind: AppealKind
  readonly category: string
  readonly facts: readonly DeclaredFact[]
  readonly place: Place
  readonly text: string
  readonly confidentiality: Confidentiality
  readonly attachments: readonly string[]
  readonly findings: readonly FindingRecord[]
  readonly insisted: boolean
}

/** Where the order rests; each status carries only what is true in it. */
export type State =
  | { readonly status: 'submitted' }
  | {
      readonly status: 'needs-info'
      readonly question: string
      /** Where the answer leads back to. */
      readonly back: 'submitted' | 'awaiting-dispatch'
    }
  | { readonly status: 'awaiting-dispatch' }
  | { readonly status: 'dispatched'; readonly firstViewedAt?: Date | undefined }
  | { readonly status: 'handling'; readonly receivedAt: Date }
  | { readonly status: 'replied'; readonly ratingOpenUntil: Date }
  | { readonly status: 'redo-review'; readonly since: Date }
  | { readonly status: 'concluded'; readonly at: Date; readonly how: ConclusionReason }
  | {
      readonly status: 'declined'
      readonly reason: string
      readonly goTo: string
      readonly rule?: string | undefined
      /** The member of staff who decided. */
      readonly by?: string | undefined
    }
  | { readonly status: 'withdrawn'; readonly at: Date; readonly reason: string }

/** 评价后办结 / 评价期满办结 / 核实后办结. */
export type ConclusionReason = 'rated' | 'rating-window-over' | 'reviewed'

/** 主办单位 and 协办单位. */
export interface Assignment {
  readonly unitId: string
  readonly coUnitIds: readonly string[]
  /** The line whose seats took it, and how it got there. */
  readonly line?: LineTarget | undefined
}

export interface Reply {
  readonly at: Date
  readonly unitId: string
  readonly round: number
  readonly publicReply: string
}

export interface InternalNote {
  readonly at: Date
  readonly by: Actor
  readonly text: string
}

export interface RatingRecord {
  readonly at: Date
  readonly round: number
  readonly solved: SolvedAnswer
  readonly satisfaction: SatisfactionLevel
  readonly reason: string
}

/** 对不予受理的异议: made once; whoever declined does not decide on it. */
export interface Contest {
  readonly at: Date
  readonly reason: string
  readonly declinedBy: string | undefined
}

/** 延期申请: asked by the unit before the limit is over, decided by a supervisor. */
export interface ExtensionRequest {
  readonly at: Date
  readonly by: Actor
  readonly round: number
  /** In the unit of the limit. */
  readonly days: number
  readonly reason: string
  readonly decision?: 'granted' | 'refused' | undefined
}

export interface Order extends AppealFacts {
  readonly number: string
  readonly submittedAt: Date
  readonly state: State
  /** 1 for the first handling; each redo adds one. */
  readonly round: number
  readonly assignment?: Assignment | undefined
  readonly contest?: Contest | undefined
  readonly extensions: readonly ExtensionRequest[]
  readonly milestones: readonly Milestone[]
  readonly additions: readonly { readonly at: Date; readonly text: string }[]
  readonly replies: readonly Reply[]
  readonly internalNotes: readonly InternalNote[]
  readonly ratings: readonly RatingRecord[]
}
