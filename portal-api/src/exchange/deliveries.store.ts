/**
 * What is to be pushed to which system: one delivery for each system and event. Only who, which event and how it goes
 * is kept; the body is made from the order when it is sent.
 */
import type { DELIVERY_STATES, OrderEventType } from '@jiesu/shared-types'
import { type Connection, Schema } from 'mongoose'
import type { Outstanding } from './rules/lanes'

export type DeliveryState = (typeof DELIVERY_STATES)[number]

export interface NewDelivery {
  readonly system: string
  readonly city: string
  /** The event's id. */
  readonly event: string
  readonly number: string
  readonly sequence: number
  readonly type: OrderEventType
  /** When the event happened. */
  readonly at: Date
}

export interface Delivery extends NewDelivery, Outstanding {
  readonly tries: number
  readonly lastTriedAt?: Date | undefined
  readonly why?: string | undefined
}

interface DeliveryDocument extends Omit<Delivery, 'id' | 'state'> {
  _id: string
  state: DeliveryState
  doneAt?: Date
}

export interface ExchangeDeliveries {
  /** Once for each system and event; a repeated one changes nothing. */
  add(delivery: NewDelivery, now: Date): Promise<void>
  /** Ids of the systems for which something is due. */
  systemsWithDue(now: Date): Promise<readonly string[]>
  /** All outstanding deliveries of those orders of which one is due; of at most so many orders. */
  outstanding(system: string, now: Date, most: number): Promise<readonly Delivery[]>
  /** The earliest outstanding one of a lane. */
  firstOf(system: string, number: string): Promise<Delivery | undefined>
  putBack(id: string, until: Date): Promise<void>
  /** Takes one for whoever delivers it, until `until`: of several only one gets it. @returns its tries, this one included. */
  take(id: string, now: Date, until: Date): Promise<number | undefined>
  done(id: string, now: Date): Promise<void>
  failed(id: string, now: Date, why: string, next: { readonly nextAt: Date } | 'dead'): Promise<void>
  /** Those that were given up, by id, beyond `after`. */
  dead(
    filter: { readonly city?: string | undefined; readonly system?: string | undefined },
    after: string | undefined,
    limit: number,
  ): Promise<readonly Delivery[]>
  /** Gives dead ones all their tries again. @returns how many there were. */
  replay(which: { readonly id: string } | { readonly system: string }, now: Date): Promise<number>
  /** The system of a dead delivery. */
  systemOfDead(id: string): Promise<string | undefined>
  count(system: string, state: DeliveryState): Promise<number>
  /** Forgets what was never delivered to a system. */
  drop(system: string): Promise<void>
}

/** So long it can be looked up that something was delivered. */
const KEPT_SECONDS = 30 * 86_400
const DUPLICATE_KEY = 11_000
const OUTSTANDING: readonly DeliveryState[] = ['waiting', 'dead']

export const makeExchangeDeliveries = (connection: Connection): ExchangeDeliveries => {
  const schema = new Schema<DeliveryDocument>(
    {
      _id: String,
      system: String,
      city: String,
      event: String,
      number: String,
      sequence: Number,
      type: String,
      at: Date,
      state: String,
      tries: Number,
      nextAt: Date,
      takenUntil: Date,
      lastTriedAt: Date,
      why: String,
      doneAt: Date,
    },
    { collection: 'exchangeDeliveries', versionKey: false },
  )
  schema.index({ system: 1, event: 1 }, { unique: true })
  schema.index({ state: 1, nextAt: 1 })
  schema.index({ system: 1, state: 1, nextAt: 1 })
  schema.index({ system: 1, number: 1, state: 1, sequence: 1 })
  schema.index({ doneAt: 1 }, { expireAfterSeconds: KEPT_SECONDS })
  const Model = connection.model<DeliveryDocument>('ExchangeDelivery', schema)

  const read = ({ _id, state, ...rest }: DeliveryDocument): Delivery => ({
    ...rest,
    id: _id,
    state: state === 'dead' ? 'dead' : 'waiting',
  })

  return {
    add: async (delivery, now) => {
      const _id = `${delivery.system}.${delivery.event}`
      try {
        await Model.create({ _id, ...delivery, state: 'waiting', tries: 0, nextAt: now })
      } catch (error) {
        if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error
      }
    },
    systemsWithDue: (now) => Model.distinct('system', { state: 'waiting', nextAt: { $lte: now } }),
    outstanding: async (system, now, most) => {
      const due = await Model.find({ system, state: 'waiting', nextAt: { $lte: now } }, { number: 1 })
        .sort({ nextAt: 1 })
        .limit(most)
        .lean<{ number: string }[]>()
      const numbers = [...new Set(due.map(({ number }) => number))]
      if (numbers.length === 0) return []
      const docs = await Model.find({
        system,
        number: { $in: numbers },
        state: { $in: [...OUTSTANDING] },
      }).lean<DeliveryDocument[]>()
      return docs.map(read)
    },
    firstOf: async (system, number) => {
      const found = await Model.findOne({ system, number, state: { $in: [...OUTSTANDING] } })
        .sort({ sequence: 1 })
        .lean<DeliveryDocument>()
      return found === null ? undefined : read(found)
    },
    putBack: async (id, until) => {
      await Model.updateOne({ _id: id, state: 'waiting' }, { $set: { nextAt: until } })
    },
    take: async (id, now, until) => {
      const taken = await Model.findOneAndUpdate(
        { _id: id, state: 'waiting', $or: [{ takenUntil: null }, { takenUntil: { $lte: now } }] },
        { $set: { takenUntil: until }, $inc: { tries: 1 } },
        { returnDocument: 'after' },
      ).lean<DeliveryDocument>()
      return taken?.tries
    },
    done: async (id, now) => {
      await Model.updateOne(
        { _id: id },
        { $set: { state: 'done', doneAt: now, lastTriedAt: now }, $unset: { takenUntil: 1, why: 1 } },
      )
    },
    failed: async (id, now, why, next) => {
      const then = next === 'dead' ? { state: 'dead' as const } : { nextAt: next.nextAt }
      // One that was delivered by somebody else in the meantime stays delivered.
      await Model.updateOne(
        { _id: id, state: 'waiting' },
        { $set: { ...then, lastTriedAt: now, why }, $unset: { takenUntil: 1 } },
      )
    },
    dead: async ({ city, system }, after, limit) => {
      const docs = await Model.find({
        state: 'dead',
        ...(city === undefined ? {} : { city }),
        ...(system === undefined ? {} : { system }),
        ...(after === undefined ? {} : { _id: { $gt: after } }),
      })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<DeliveryDocument[]>()
      return docs.map(read)
    },
    replay: async (which, now) => {
      const filter = 'id' in which ? { _id: which.id } : { system: which.system }
      const { modifiedCount } = await Model.updateMany(
        { ...filter, state: 'dead' },
        { $set: { state: 'waiting', tries: 0, nextAt: now } },
      )
      return modifiedCount
    },
    systemOfDead: async (id) => {
      const found = await Model.findOne({ _id: id, state: 'dead' }, { system: 1 }).lean<{ system: string }>()
      return found?.system
    },
    count: (system, state) => Model.countDocuments({ system, state }),
    drop: async (system) => {
      await Model.deleteMany({ system, state: { $in: [...OUTSTANDING] } })
    },
  }
}
