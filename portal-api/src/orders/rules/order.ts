/** An order (工单): one appeal and all that happens to it. Pure shapes; how it is stored is `order.document.ts`. */
import type {
  ActorRole,
  AskOutcome,
  CardColour,
  MatterNature,
  MilestoneType,
  SupervisionForm,
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

/** The hotline's own id among the units of every city. */
export const HOTLINE = 'hotline'

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
  /** From when on it is nearly due. */
  readonly soonAt?: Date | undefined
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
  /** The line on which it came in (热线联动), with that line's own number of the case. */
  readonly cameBy?: { readonly line: string; readonly reference: string } | undefined
}

/** With a unit: not received yet, or being handled. */
export type AtUnit =
  | { readonly status: 'dispatched'; readonly firstViewedAt?: Date | undefined }
  | { readonly status: 'handling'; readonly receivedAt: Date }

/** 退单审核: the clock keeps running, returns cannot hide time. */
interface Returning {
  readonly status: 'return-review'
  readonly since: Date
  /** Where a refused return leads back to. */
  readonly back: AtUnit
  /** 编办 was asked which unit is responsible. */
  readonly referredAt?: Date | undefined
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
  | AtUnit
  | Returning
  | {
      readonly status: 'merged'
      readonly at: Date
      readonly into: string
      /** The lead order's replies at that moment. */
      readonly leadReplies?: number | undefined
    }
  | {
      readonly status: 'replied'
      readonly ratingOpenUntil: Date
      /** From when on the hotline calls, if nobody has rated (回访). */
      readonly callbackFrom?: Date | undefined
    }
  | { readonly status: 'redo-review'; readonly since: Date }
  | { readonly status: 'concluded'; readonly at: Date; readonly how: ConclusionReason }
  | {
      readonly status: 'declined'
      readonly reason: string
      readonly goTo: string
      readonly rule?: string | undefined
      /** 无理重复: the order that answered the same before. */
      readonly repeatOf?: string | undefined
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
  /** When it was dispatched; the window for returns runs from here. */
  readonly at?: Date | undefined
  /** The line whose seats took it, and how it got there. */
  readonly line?: LineTarget | undefined
}

export interface Reply {
  readonly at: Date
  readonly unitId: string
  readonly round: number
  readonly publicReply: string
  /** It may be shown to those who follow the matter. */
  readonly publishable?: true | undefined
  readonly nature: MatterNature
}

/** 诉求点: one thing that is asked for. */
export interface Ask {
  readonly id: string
  readonly text: string
  /** The unit that answers it; absent: the main unit. */
  readonly unitId?: string | undefined
  /** Of the present round. */
  readonly answer?: AskAnswer | undefined
}
export interface AskAnswer {
  readonly at: Date
  readonly unitId: string
  readonly outcome: AskOutcome
  readonly text: string
}

/** 退单: asked by a unit, decided by a reviewer or by the staffing office. */
export interface ReturnRecord {
  readonly at: Date
  readonly by: Actor
  readonly unitId: string
  readonly reason: string
  readonly evidence: string
  readonly decision?: 'upheld' | 'refused' | 'ruled' | undefined
}

export interface Supervision {
  readonly at: Date
  readonly form: SupervisionForm
  readonly text: string
  readonly round: number
  readonly answer?: { readonly at: Date; readonly text: string } | undefined
}

/** 黄牌、红牌: given by the clock. */
export interface Card {
  readonly at: Date
  readonly colour: CardColour
  readonly milestone: MilestoneType
  /** The due time that it was about; an extension gives another one. */
  readonly dueAt: Date
  readonly round: number
  /** The unit that had the order; absent: the hotline itself. */
  readonly unitId?: string | undefined
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
  readonly decision?: 'granted' | 'refused' | 'void' | undefined
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
  readonly asks: readonly Ask[]
  readonly returns: readonly ReturnRecord[]
  /** The staffing office has spoken: the unit is settled. */
  readonly ruling?: { readonly at: Date; readonly unitId: string; readonly document: string } | undefined
  readonly urgency?: { readonly at: Date; readonly reason: string } | undefined
  readonly supervision: readonly Supervision[]
  readonly cards: readonly Card[]
  /** When the requester asked for haste. */
  readonly reminders: readonly Date[]
  readonly additions: readonly { readonly at: Date; readonly text: string }[]
  readonly replies: readonly Reply[]
  readonly internalNotes: readonly InternalNote[]
  readonly ratings: readonly RatingRecord[]
}
