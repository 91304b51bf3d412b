/**
 * One order is one document. Every change is one conditional write: version guard, state, events, outbox and
 * command id together, so that nothing acknowledged is lost and nothing happens twice.
 */
import type { AgentRelation, DeskPress, RequesterType, StaffRole } from '@jiesu/shared-types'
import { type Connection, Schema } from 'mongoose'
import { nextMilestone, openMilestones } from './rules/milestones'
import type { Cursor } from './cursor'
import {
  makePetitionStore,
  type PetitionFields,
  type PetitionState,
  petitionState,
  type PetitionStore,
} from './petition.store'
import type { OrderEvent, RecordedEvent } from './rules/events'
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

export interface StoredOrder extends PetitionState {
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

export interface OrderDocument extends PetitionFields {
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

export interface DeskFilter {
  readonly city: string
  /** Only orders of this unit (main or co-handling). */
  readonly unitId?: string | undefined
  readonly statuses: readonly string[]
  /** Only orders that press in this way at `now`. */
  readonly press?: { readonly by: DeskPress; readonly now: Date } | undefined
  /** Only orders that wait for this role of the hotline at `now`. */
  readonly waitsFor?: { readonly role: StaffRole; readonly now: Date } | undefined
  /** Only orders on whose late petition hit an operator has to look. */
  readonly petitionWaiting?: true | undefined
  /** Place after which to go on: due time and number of the last order of the page before. */
  readonly after?: Cursor | undefined
  readonly limit: number
}

/** An order as the simulator reads it. */
export interface Replayable {
  readonly order: Order
  /** When its limits first began to run; absent when it was not accepted. */
  readonly acceptedAt?: Date | undefined
}

export interface OrderStore extends PetitionStore {
  /**
   * The order as it is stored: this one, or the first one of a repeated submission. `number-taken`: draw another.
   * @param news `told`: nobody hears of these events any more, neither people nor units' systems.
   */
  insert(
    order: Order,
    secret: OrderPrivate,
    events: readonly OrderEvent[],
    now: Date,
    petition: PetitionState,
    news?: 'to-tell' | 'told',
  ): Promise<StoredOrder | 'number-taken'>
  find(number: string): Promise<StoredOrder | undefined>
  findBySubmission(submissionId: string): Promise<StoredOrder | undefined>
  /** False when somebody else was faster (version) — load, decide and commit again. */
  commit(
    before: StoredOrder,
    after: Order,
    events: readonly OrderEvent[],
    command: string,
    now: Date,
  ): Promise<StoredOrder | undefined>
  /** Newest first. */
  ofAccount(account: string, after: Cursor | undefined, limit: number): Promise<readonly StoredOrder[]>
  /** Most urgent first. */
  forDesk(filter: DeskFilter): Promise<readonly (StoredOrder & { readonly dueAt: Date })[]>
  countForDesk(filter: Omit<DeskFilter, 'after' | 'limit'>): Promise<number>
  /** Numbers of replied orders whose rating window is over. */
  ratingWindowsOver(now: Date, limit: number): Promise<readonly string[]>
  /** Numbers of orders for which the clock has a card, earliest first. */
  cardsDue(now: Date, limit: number): Promise<readonly string[]>
  /** Orders that are handled together with another, in the order of their numbers beyond `after`. */
  merged(after: string, limit: number): Promise<readonly { readonly number: string; readonly into: string }[]>
  countFollowers(number: string): Promise<number>
  /**
   * Numbers, in their order and beyond `after`, of orders with an open provisional promise that is due by `until`.
   */
  provisionalPromises(until: Date, after: string, limit: number): Promise<readonly string[]>
  /**
   * What was asked, the newest days first, for replaying appeals; without personal data.
   * @param from,before numbers or beginnings of one: the first that counts, and the one before which to go on.
   */
  replayable(
    city: string,
    range: { readonly from: string; readonly before?: string | undefined },
    limit: number,
  ): Promise<readonly Replayable[]>
  /** Orders with news that is due to be told. */
  withDueOutbox(
    now: Date,
    limit: number,
  ): Promise<readonly (StoredOrder & { readonly outbox: readonly OutboxEntry[] })[]>
  /**
   * Takes one due entry for whoever tells it, until `until`: of several relays only one gets it.
   * @returns false when it is settled, postponed or taken.
   */
  lease(number: string, outboxId: string, now: Date, until: Date): Promise<boolean>
  settle(number: string, outboxId: string): Promise<void>
  /** @param failed whether this was a failed try, after which the next one waits longer. */
  postpone(number: string, outboxId: string, until: Date, failed: boolean): Promise<void>
  /** Orders with events that the exchange does not have yet, and how many it has. */
  toExchange(now: Date, limit: number): Promise<readonly (StoredOrder & { readonly exchanged: number })[]>
  /** The exchange has all events of the order as it was read; what came since is still to be exchanged. */
  exchanged(stored: StoredOrder): Promise<void>
  postponeExchange(number: string, until: Date): Promise<void>
  findAll(numbers: readonly string[]): Promise<readonly StoredOrder[]>
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
const NEVER = new Date('9999-12-31T00:00:00Z')
/** How many command ids an order remembers; a phone retries its last few. */
const REMEMBERED_COMMANDS = 50
const DUPLICATE_KEY = 11_000
/** Derived fields that a document has only while they mean something. */
const OPTIONAL_FIELDS = [
  'ratingOpenUntil',
  'provisionalDueAt',
  'callbackFrom',
  'cardAt',
  'mergedInto',
] as const

export const makeOrderStore = (connection: Connection): OrderStore => {
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
  const Orders = connection.model<OrderDocument>('Order', schema)

  const orderOf = (number: string, stored: OrderDocument['order']): Order => ({
    ...NO_LISTS,
    ...stored,
    number,
  })

  const read = (doc: OrderDocument): StoredOrder => ({
    order: orderOf(doc._id, doc.order),
    private: doc.private,
    events: doc.events,
    version: doc.version,
    commands: doc.commands,
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

  const unitsOf = ({ assignment }: Order): string[] =>
    assignment === undefined ? [] : [assignment.unitId, ...assignment.coUnitIds]

  /** The fields that queries look at, all derived from the order. */
  const derived = (order: Order) => ({
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

  const body = (order: Order): Omit<Order, 'number'> => {
    const { number: _number, ...rest } = order
    return rest
  }

  /** @param round the one in which the first of the events happens. */
  const record = (
    number: string,
    events: readonly OrderEvent[],
    from: number,
    round: number,
  ): RecordedEvent[] => {
    let inRound = round
    return events.map((event, i) => {
      if (event.type === 'redo-ordered') inRound++
      return { ...event, id: `${number}-${from + i + 1}`, round: inRound }
    })
  }

  const outboxFor = (events: readonly RecordedEvent[], now: Date): OutboxEntry[] =>
    events.map((event) => ({ id: event.id, tries: 0, nextAt: now }))

  const waitingFor = (wanted: DeskFilter['waitsFor']) => {
    if (wanted === undefined) return {}
    const due = wanted.role === 'callback' ? { callbackFrom: { $lte: wanted.now } } : {}
    return { waitsFor: wanted.role, ...due }
  }

  const pressing = (wanted: DeskFilter['press']) => {
    if (wanted === undefined) return {}
    switch (wanted.by) {
      case 'late':
        return { dueAt: { $lte: wanted.now } }
      case 'urgent':
        return { urgent: true }
      case 'reminded':
        return { reminders: { $gt: 0 } }
    }
  }

  const deskQuery = (filter: Omit<DeskFilter, 'after' | 'limit'>) => ({
    city: filter.city,
    ...(filter.unitId === undefined ? {} : { units: filter.unitId }),
    status: { $in: [...filter.statuses] },
    ...waitingFor(filter.waitsFor),
    ...pressing(filter.press),
    ...(filter.petitionWaiting === undefined ? {} : { petitionWaiting: true }),
  })

  return {
    ...makePetitionStore(Orders, read),
    insert: async (order, secret, events, now, petition, news = 'to-tell') => {
      const recorded = record(order.number, events, 0, 1)
      try {
        await Orders.create({
          _id: order.number,
          version: 1,
          city: order.city,
          requester: order.requester,
          ...(secret.account === undefined ? {} : { account: secret.account }),
          submissionId: secret.submissionId,
          submittedAt: order.submittedAt,
          ...derived(order),
          changedAt: now,
          ...petition,
          order: body(order),
          private: secret,
          events: recorded,
          commands: [],
          outbox: news === 'told' ? [] : outboxFor(recorded, now),
          exchanged: news === 'told' ? recorded.length : 0,
          exchangeAt: news === 'told' ? NEVER : now,
        })
        return { order, private: secret, events: recorded, version: 1, commands: [], ...petition }
      } catch (error) {
        if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error
        const same = await Orders.findOne({ submissionId: secret.submissionId }).lean<OrderDocument>()
        return same === null ? 'number-taken' : read(same)
      }
    },
    find: async (orderNumber) => {
      const found = await Orders.findOne({ _id: orderNumber }).lean<OrderDocument>()
      return found === null ? undefined : read(found)
    },
    findBySubmission: async (submissionId) => {
      const found = await Orders.findOne({ submissionId }).lean<OrderDocument>()
      return found === null ? undefined : read(found)
    },
    commit: async (before, after, events, command, now) => {
      const recorded = record(after.number, events, before.events.length, before.order.round)
      const fields = derived(after)
      const gone = OPTIONAL_FIELDS.filter((name) => !(name in fields))
      const committed = await Orders.findOneAndUpdate(
        { _id: before.order.number, version: before.version, commands: { $ne: command } },
        {
          $set: {
            ...fields,
            unitsBefore: unitsOf(before.order),
            changedAt: now,
            exchangeAt: now,
            order: body(after),
          },
          ...(gone.length === 0 ? {} : { $unset: Object.fromEntries(gone.map((name) => [name, 1])) }),
          $inc: { version: 1 },
          $push: {
            events: { $each: recorded },
            outbox: { $each: outboxFor(recorded, now) },
            commands: { $each: [command], $slice: -REMEMBERED_COMMANDS },
          },
        },
        { returnDocument: 'after' },
      ).lean<OrderDocument>()
      return committed === null ? undefined : read(committed)
    },
    ofAccount: async (account, after, limit) => {
      const docs = await Orders.find({
        account,
        ...(after === undefined
          ? {}
          : {
              $or: [
                { submittedAt: { $lt: after.at } },
                { submittedAt: after.at, _id: { $lt: after.number } },
              ],
            }),
      })
        .sort({ submittedAt: -1, _id: -1 })
        .limit(limit)
        .lean<OrderDocument[]>()
      return docs.map(read)
    },
    forDesk: async ({ after, limit, ...filter }) => {
      const beyond =
        after === undefined
          ? {}
          : { $or: [{ dueAt: { $gt: after.at } }, { dueAt: after.at, _id: { $gt: after.number } }] }
      const docs = await Orders.find({ ...deskQuery(filter), ...beyond })
        .sort({ dueAt: 1, _id: 1 })
        .limit(limit)
        .lean<OrderDocument[]>()
      return docs.map((doc) => ({ ...read(doc), dueAt: doc.dueAt }))
    },
    countForDesk: (filter) => Orders.countDocuments(deskQuery(filter)),
    ratingWindowsOver: async (now, limit) => {
      const docs = await Orders.find({ status: 'replied', ratingOpenUntil: { $lte: now } }, { _id: 1 })
        .sort({ ratingOpenUntil: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>()
      return docs.map((doc) => doc._id)
    },
    cardsDue: async (now, limit) => {
      const docs = await Orders.find({ cardAt: { $lte: now } }, { _id: 1 })
        .sort({ cardAt: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>()
      return docs.map((doc) => doc._id)
    },
    merged: async (after, limit) => {
      const docs = await Orders.find(
        { mergedInto: { $exists: true }, _id: { $gt: after } },
        { mergedInto: 1 },
      )
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ _id: string; mergedInto: string }[]>()
      return docs.map((doc) => ({ number: doc._id, into: doc.mergedInto }))
    },
    countFollowers: (number) => Orders.countDocuments({ mergedInto: number }),
    provisionalPromises: async (until, after, limit) => {
      const docs = await Orders.find({ provisionalDueAt: { $lte: until }, _id: { $gt: after } }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>()
      return docs.map((doc) => doc._id)
    },
    replayable: async (city, { from, before }, limit) => {
      const ids = { $gte: from, ...(before === undefined ? {} : { $lt: before }) }
      const docs = await Orders.find({ city, _id: ids }, { order: 1, events: 1 })
        .sort({ _id: -1 })
        .limit(limit)
        .lean<Pick<OrderDocument, '_id' | 'order' | 'events'>[]>()
      return docs.map(({ _id, order, events }) => ({
        order: orderOf(_id, order),
        acceptedAt: events.find((event) => event.type === 'accepted')?.at,
      }))
    },
    withDueOutbox: async (now, limit) => {
      const docs = await Orders.find({ 'outbox.nextAt': { $lte: now } })
        .sort({ 'outbox.nextAt': 1 })
        .limit(limit)
        .lean<OrderDocument[]>()
      return docs.map((doc) => ({ ...read(doc), outbox: doc.outbox.filter((entry) => entry.nextAt <= now) }))
    },
    lease: async (orderNumber, outboxId, now, until) => {
      const { modifiedCount } = await Orders.updateOne(
        { _id: orderNumber, outbox: { $elemMatch: { id: outboxId, nextAt: { $lte: now } } } },
        { $set: { 'outbox.$.nextAt': until } },
      )
      return modifiedCount === 1
    },
    settle: async (orderNumber, outboxId) => {
      await Orders.updateOne({ _id: orderNumber }, { $pull: { outbox: { id: outboxId } } })
    },
    postpone: async (orderNumber, outboxId, until, failed) => {
      await Orders.updateOne(
        { _id: orderNumber, 'outbox.id': outboxId },
        { $set: { 'outbox.$.nextAt': until }, $inc: { 'outbox.$.tries': failed ? 1 : 0 } },
      )
    },
    toExchange: async (now, limit) => {
      const due = await Orders.find({ exchangeAt: { $lte: now } })
        .sort({ exchangeAt: 1 })
        .limit(limit)
        .lean<OrderDocument[]>()
      // Orders from before there was an exchange come after what is new.
      const old =
        due.length === limit
          ? []
          : await Orders.find({ exchangeAt: null })
              .limit(limit - due.length)
              .lean<OrderDocument[]>()
      return [...due, ...old].map((doc) => ({ ...read(doc), exchanged: doc.exchanged ?? 0 }))
    },
    exchanged: async ({ order, events, version }) => {
      await Orders.updateOne({ _id: order.number }, { $max: { exchanged: events.length } })
      await Orders.updateOne({ _id: order.number, version }, { $set: { exchangeAt: NEVER } })
    },
    postponeExchange: async (orderNumber, until) => {
      await Orders.updateOne({ _id: orderNumber }, { $set: { exchangeAt: until } })
    },
    findAll: async (numbers) => {
      const docs = await Orders.find({ _id: { $in: [...numbers] } }).lean<OrderDocument[]>()
      return docs.map(read)
    },
  }
}
