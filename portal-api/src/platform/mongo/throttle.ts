/** Counts attempts per key and window in the database, so that every instance of the portal counts together. */
import { type Connection, Schema } from 'mongoose'
import { Refused } from '../problems'

interface Count {
  _id: string
  count: number
  expiresAt: Date
}

export interface Limit {
  readonly most: number
  /** Seconds. */
  readonly window: number
}

export interface Throttle {
  /** Counts one attempt. @throws Refused `too-many-attempts` when there were more than allowed. */
  count(key: string, limit: Limit, now: Date): Promise<void>
  /** Refuses without counting. */
  check(key: string, limit: Limit, now: Date): Promise<void>
  /** Forgets the attempts of a key in its current window. */
  forget(key: string, limit: Limit, now: Date): Promise<void>
}

export const makeThrottle = (connection: Connection): Throttle => {
  const schema = new Schema<Count>(
    { _id: String, count: Number, expiresAt: Date },
    { collection: 'throttles', versionKey: false },
  )
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  const Counts = connection.model<Count>('Throttle', schema)

  const slot = (key: string, limit: Limit, now: Date) => {
    const windowMs = limit.window * 1000
    const start = Math.floor(now.getTime() / windowMs) * windowMs
    return { id: `${key}@${start}`, expiresAt: new Date(start + windowMs) }
  }
  const refuse = (expiresAt: Date, now: Date) =>
    new Refused('too-many-attempts', {
      retryAfter: Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / 1000)),
    })

  return {
    count: async (key, limit, now) => {
      const { id, expiresAt } = slot(key, limit, now)
      const counted = await Counts.findOneAndUpdate(
        { _id: id },
        { $inc: { count: 1 }, $setOnInsert: { expiresAt } },
        { upsert: true, returnDocument: 'after', lean: true },
      )
      if ((counted?.count ?? 1) > limit.most) throw refuse(expiresAt, now)
    },
    check: async (key, limit, now) => {
      const { id, expiresAt } = slot(key, limit, now)
      const found = await Counts.findOne({ _id: id }).lean()
      if ((found?.count ?? 0) >= limit.most) throw refuse(expiresAt, now)
    },
    forget: async (key, limit, now) => {
      await Counts.deleteOne({ _id: slot(key, limit, now).id })
    },
  }
}
