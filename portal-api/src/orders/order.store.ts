/**
 * Every change of an order is one conditional write: version guard, state, events, outbox and command id together, so
 * that nothing acknowledged is lost and nothing happens twice.
 */
import type { OrderStatus } from '@jiesu/shared-types'
import type { Connection } from 'mongoose'
import type { Cursor } from './cursor'
import { type DeskQueues, makeDeskQueues } from './deskQueues.store'
import { type DueOrders, makeDueOrders } from './dueOrders.store'
import {
  type Checks,
  derived,
  makeOrders,
  NEVER,
  type OrderDocument,
  orderOf,
  type OrderPrivate,
  type OutboxEntry,
  readOrder,
  type StoredOrder,
  unitsOf,
} from './order.document'
import { makeOrderNews, type OrderNews } from './orderNews.store'
import { makePetitionStore, type PetitionStore } from './petition.store'
import type { OrderEvent, RecordedEvent } from './rules/events'
import type { Order } from './rules/order'

/** An order as the simulator reads it. */
export interface Replayable {
  readonly order: Order
  /** When its limits first began to run; absent when it was not accepted. */
  readonly acceptedAt?: Date | undefined
}

export interface OrderStore extends PetitionStore, DeskQueues, DueOrders, OrderNews {
  /**
   * The order as it is stored: this one, or the first one of a repeated submission. `number-taken`: draw another.
   * @param news `told`: nobody hears of these events any more, neither people nor units' systems.
   */
  insert(
    order: Order,
    secret: OrderPrivate,
    events: readonly OrderEvent[],
    now: Date,
    checks: Checks,
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
  ofAccount(
    account: string,
    which: {
      readonly after?: Cursor | undefined
      readonly statuses?: readonly OrderStatus[]
      readonly limit: number
    },
  ): Promise<readonly StoredOrder[]>
  /**
   * What was asked, the newest days first, for replaying appeals; without personal data.
   * @param from,before numbers or beginnings of one: the first that counts, and the one before which to go on.
   */
  replayable(
    city: string,
    range: { readonly from: string; readonly before?: string | undefined },
    limit: number,
  ): Promise<readonly Replayable[]>
  findAll(numbers: readonly string[]): Promise<readonly StoredOrder[]>
}

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

export const makeOrderStore = (connection: Connection): OrderStore => {
  const orders = makeOrders(connection)
  return {
    ...makePetitionStore(orders),
    ...makeDeskQueues(orders),
    ...makeDueOrders(orders),
    ...makeOrderNews(orders),
    insert: async (order, secret, events, now, checks, news = 'to-tell') => {
      const recorded = record(order.number, events, 0, 1)
      try {
        await orders.create({
          _id: order.number,
          version: 1,
          city: order.city,
          requester: order.requester,
          ...(secret.account === undefined ? {} : { account: secret.account }),
          submissionId: secret.submissionId,
          submittedAt: order.submittedAt,
          ...derived(order),
          changedAt: now,
          ...checks,
          order: body(order),
          private: secret,
          events: recorded,
          commands: [],
          outbox: news === 'told' ? [] : outboxFor(recorded, now),
          exchanged: news === 'told' ? recorded.length : 0,
          exchangeAt: news === 'told' ? NEVER : now,
        })
        return { order, private: secret, events: recorded, version: 1, commands: [], ...checks }
      } catch (error) {
        if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error
        const same = await orders.findOne({ submissionId: secret.submissionId }).lean<OrderDocument>()
        return same === null ? 'number-taken' : readOrder(same)
      }
    },
    find: async (orderNumber) => {
      const found = await orders.findOne({ _id: orderNumber }).lean<OrderDocument>()
      return found === null ? undefined : readOrder(found)
    },
    findBySubmission: async (submissionId) => {
      const found = await orders.findOne({ submissionId }).lean<OrderDocument>()
      return found === null ? undefined : readOrder(found)
    },
    commit: async (before, after, events, command, now) => {
      const recorded = record(after.number, events, before.events.length, before.order.round)
      const fields = derived(after)
      const gone = OPTIONAL_FIELDS.filter((name) => !(name in fields))
      const committed = await orders
        .findOneAndUpdate(
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
        )
        .lean<OrderDocument>()
      return committed === null ? undefined : readOrder(committed)
    },
    ofAccount: async (account, { after, statuses, limit }) => {
      const docs = await orders
        .find({
          account,
          ...(statuses === undefined ? {} : { status: { $in: [...statuses] } }),
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
      return docs.map(readOrder)
    },
    replayable: async (city, { from, before }, limit) => {
      const ids = { $gte: from, ...(before === undefined ? {} : { $lt: before }) }
      const docs = await orders
        .find({ city, _id: ids }, { order: 1, events: 1 })
        .sort({ _id: -1 })
        .limit(limit)
        .lean<Pick<OrderDocument, '_id' | 'order' | 'events'>[]>()
      return docs.map(({ _id, order, events }) => ({
        order: orderOf(_id, order),
        acceptedAt: events.find((event) => event.type === 'accepted')?.at,
      }))
    },
    findAll: async (numbers) => {
      const docs = await orders.find({ _id: { $in: [...numbers] } }).lean<OrderDocument[]>()
      return docs.map(readOrder)
    },
  }
}
