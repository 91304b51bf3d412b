/** One order is one document: its shape, its indexes, and the fields that queries look at, all derived from the order. */
import type { AgentRelation, ContentCheck, RequesterType, StaffRole } from '@jiesu/shared-types'
import { type Connection, type Model, Schema } from 'mongoose'
import { nextMilestone, openMilestones } from './rules/milestones'
import type { PetitionRecord } from './rules/petition'
import type { RecordedEvent } from './rules/events'
import type { Order } from './rules/order'
import { nextCardAt } from './rules/supervising'
import { waitsFor } from './rules/waitsFor'
import { UNDELIVERED_INDEX } from './undelivered.store'

/** What is kept beside the order itself: who may open it, and personal data, sealed. */
export interface OrderPrivate {
  /** The submission's command id: sending it again finds this order. */
  readonly submissionId: string
  /** The signed-in submitter's account. */
  readonly account?: string | undefined
  /** Sealed, so that the signed-in submitter can see it again. */
  readonly queryCodeSealed: string
  /** Sealed JSON of the contact, absent for anonymous orders. */
  readonly contactSealed?: string | undefined
  /** As the requester sees it: 王** / 138****0000. */
  readonly contactMasked?: { readonly name: string; readonly phone: string } | undefined
  /** Sealed JSON of who acts for the contact (代办), with the record of the consent. */
  readonly agentSealed?: string | undefined
  /** As the requester sees it; the desk learns the relation alone. */
  readonly agentMasked?:
    { readonly name: string; readonly phone: string; readonly relation: AgentRelation } | undefined
  /** Sealed JSON of the enterprise's name and credit code. */
  readonly enterpriseSealed?: string | undefined
}

/** What was found, or since when it is due; neither where nothing is compared. */
export interface PetitionState {
  readonly petition?: PetitionRecord
  /** When the check that could not be made is tried again. */
  readonly petitionDueAt?: Date
}

/** What was asked about an appeal when it came in, beside the order. */
export interface Checks extends PetitionState {
  /** 内容安全: WeChat found something in the text, or could not say. Absent where it found nothing or was not asked. */
  readonly contentCheck?: ContentCheck
}

/** The fields of the document. */
export interface PetitionFields extends PetitionState {
  /** An operator has to look at what was found after the acceptance. */
  readonly petitionWaiting?: boolean
}

export interface StoredOrder extends Checks {
  readonly order: Order
  readonly private: OrderPrivate
  readonly events: readonly RecordedEvent[]
  readonly version: number
  /** The latest commands that were carried out; one of them sent again does nothing. */
  readonly commands: readonly string[]
}

export interface OutboxEntry {
  /** The event's id: consumers act once per id. */
  readonly id: string
  readonly tries: number
  readonly nextAt: Date
}

/** Lists that orders did not always have. */
type LaterField = 'extensions' | 'asks' | 'returns' | 'supervision' | 'cards' | 'reminders'

export interface OrderDocument extends PetitionFields, Checks {
  _id: string
  version: number
  city: string
  requester: RequesterType
  account?: string
  submissionId: string
  submittedAt: Date
  status: string
  units: string[]
  /** Before its latest change: whoever lost it by that hears of it. */
  unitsBefore?: string[]
  /** Due time of the next open milestone; far in the future when there is none, so that it sorts last. */
  dueAt: Date
  /** Roles of the hotline in whose queue it stands. */
  waitsFor: StaffRole[]
  /** 提级加急 */
  urgent: boolean
  /** How often the requester asked for haste. */
  reminders: number
  /** When it last changed, by the portal that changed it: live updates look for it (`live/changes.store.ts`). */
  changedAt: Date
  /** From when on somebody calls who has not rated. */
  callbackFrom?: Date
  /** When the clock has to give a card. */
  cardAt?: Date
  /** The order with which it is handled together. */
  mergedInto?: string
  ratingOpenUntil?: Date
  /** Earliest due time of an open promise that rests on holidays not announced yet. */
  provisionalDueAt?: Date
  /** Orders from before something was known have none of it. */
  order: Omit<Order, 'number' | LaterField> & Partial<Pick<Order, LaterField>>
  private: OrderPrivate
  events: RecordedEvent[]
  commands: string[]
  outbox: OutboxEntry[]
  /** How many of its events the exchange has; orders from before there was an exchange have none. */
  exchanged?: number
  /** When the exchange has to look at it; far in the future when it has everything. */
  exchangeAt?: Date
}

/** What orders did not always have, for those from before. */
const NO_LISTS: Pick<Order, LaterField> = {
  extensions: [],
  asks: [],
  returns: [],
  supervision: [],
  cards: [],
  reminders: [],
}
/** Sorts after everything that has a time. */
export const NEVER = new Date('9999-12-31T00:00:00Z')

const schema = new Schema<OrderDocument>(
  {
    _id: String,
    version: Number,
    city: String,
    requester: String,
    account: String,
    submissionId: String,
    submittedAt: Date,
    status: String,
    units: [String],
    unitsBefore: [String],
    dueAt: Date,
    waitsFor: [String],
    urgent: Boolean,
    reminders: Number,
    changedAt: Date,
    callbackFrom: Date,
    cardAt: Date,
    mergedInto: String,
    ratingOpenUntil: Date,
    provisionalDueAt: Date,
    petition: Schema.Types.Mixed,
    petitionDueAt: Date,
    contentCheck: String,
    petitionWaiting: Boolean,
    order: Schema.Types.Mixed,
    private: Schema.Types.Mixed,
    events: [Schema.Types.Mixed],
    commands: [String],
    outbox: [Schema.Types.Mixed],
    exchanged: Number,
    exchangeAt: Date,
  },
  { collection: 'orders', versionKey: false, minimize: false },
)
schema.index({ submissionId: 1 }, { unique: true })
schema.index(
  { account: 1, submittedAt: -1, _id: -1 },
  { partialFilterExpression: { account: { $exists: true } } },
)
schema.index({ city: 1, status: 1, dueAt: 1, _id: 1 })
schema.index({ city: 1, waitsFor: 1, dueAt: 1, _id: 1 })
schema.index({ city: 1, changedAt: 1, _id: 1 })
schema.index({ city: 1, 'order.category': 1, 'order.place.district': 1, submittedAt: -1 })
schema.index({ cardAt: 1 }, { partialFilterExpression: { cardAt: { $exists: true } } })
schema.index({ mergedInto: 1 }, { partialFilterExpression: { mergedInto: { $exists: true } } })
schema.index({ units: 1, status: 1, dueAt: 1, _id: 1 })
schema.index({ city: 1, _id: -1 })
schema.index({ ratingOpenUntil: 1 }, { partialFilterExpression: { status: 'replied' } })
schema.index({ provisionalDueAt: 1 }, { partialFilterExpression: { provisionalDueAt: { $exists: true } } })
schema.index({ petitionDueAt: 1 }, { partialFilterExpression: { petitionDueAt: { $exists: true } } })
schema.index(
  { petitionWaiting: 1, city: 1, dueAt: 1, _id: 1 },
  { partialFilterExpression: { petitionWaiting: true } },
)
schema.index({ 'outbox.nextAt': 1 })
schema.index({ exchangeAt: 1 })
schema.index(...UNDELIVERED_INDEX)

export type Orders = Model<OrderDocument>

/** The collection with its indexes. */
export const makeOrders = (connection: Connection): Orders => connection.model<OrderDocument>('Order', schema)

export const orderOf = (number: string, stored: OrderDocument['order']): Order => ({
  ...NO_LISTS,
  ...stored,
  number,
})

/** A stored document's part of it, without what is not there. */
export const petitionState = ({ petition, petitionDueAt }: PetitionFields): PetitionState => ({
  ...(petition === undefined ? {} : { petition }),
  ...(petitionDueAt === undefined ? {} : { petitionDueAt }),
})

export const readOrder = (doc: OrderDocument): StoredOrder => ({
  order: orderOf(doc._id, doc.order),
  private: doc.private,
  events: doc.events,
  version: doc.version,
  commands: doc.commands,
  ...(doc.contentCheck === undefined ? {} : { contentCheck: doc.contentCheck }),
  ...petitionState(doc),
})

const provisionalDue = (order: Order): { provisionalDueAt?: Date } => {
  const due = openMilestones(order).find((m) => m.provisional)?.dueAt
  return due === undefined ? {} : { provisionalDueAt: due }
}

const cardDue = (order: Order): { cardAt?: Date } => {
  const at = nextCardAt(order)
  return at === undefined ? {} : { cardAt: at }
}

export const unitsOf = ({ assignment }: Order): string[] =>
  assignment === undefined ? [] : [assignment.unitId, ...assignment.coUnitIds]

/** The fields that queries look at, all derived from the order. */
export const derived = (order: Order) => ({
  status: order.state.status,
  units: unitsOf(order),
  dueAt: nextMilestone(order)?.dueAt ?? NEVER,
  waitsFor: [...waitsFor(order)],
  urgent: order.urgency !== undefined,
  reminders: order.reminders.length,
  ...(order.state.status === 'replied' ? { ratingOpenUntil: order.state.ratingOpenUntil } : {}),
  ...(order.state.status === 'replied' && order.state.callbackFrom !== undefined
    ? { callbackFrom: order.state.callbackFrom }
    : {}),
  ...(order.state.status === 'merged' ? { mergedInto: order.state.into } : {}),
  ...cardDue(order),
  ...provisionalDue(order),
})
