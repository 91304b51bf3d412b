/** Counts attempts per key and window in the database, so that every instance of the portal counts together. */
import { type Connection, Schema } from 'mongoose'
import { Refused } from '../problems'
import type { Secrets } from '../secrets'

interface Count {
  /** Fingerprint of the key: it may hold a phone number or an address. */
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
  /** Takes back one attempt that `count` counted in the same window. */
  giveBack(key: string, limit: Limit, now: Date): Promise<void>
  /**
   * A guess at a secret, counted BEFORE it is tried: guesses sent at the same time cannot all slip through before the
   * first of them is counted. A right one is given back, and so is one that could not be judged.
   * @param tryIt gives undefined for a wrong guess.
   * @throws Refused `too-many-attempts`; whatever `tryIt` throws.
   */
  guess<T>(
    limits: Readonly<Record<string, Limit>>,
    now: Date,
    tryIt: () => Promise<T | undefined>,
  ): Promise<T | undefined>
}

export const makeThrottle = (connection: Connection, secrets: Secrets): Throttle => {
  const schema = new Schema<Count>(
    { _id: String, count: Number, expiresAt: Date },
    { collection: 'throttles', versionKey: false },
  )
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  const Counts = connection.model<Count>('Throttle', schema)

  const slot = (key: string, limit: Limit, now: Date) => {
    const windowMs = limit.window * 1000
    const start = Math.floor(now.getTime() / windowMs) * windowMs
    return { id: secrets.fingerprint(`throttle ${key} ${start}`), expiresAt: new Date(start + windowMs) }
  }

  const throttle: Throttle = {
    count: async (key, limit, now) => {
      const { id, expiresAt } = slot(key, limit, now)
      const counted = await Counts.findOneAndUpdate(
        { _id: id },
        { $inc: { count: 1 }, $setOnInsert: { expiresAt } },
        { upsert: true, returnDocument: 'after', lean: true },
      )
      if ((counted?.count ?? 1) <= limit.most) return
      const retryAfter = Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / 1000))
      throw new Refused('too-many-attempts', { retryAfter })
    },
    giveBack: async (key, limit, now) => {
      await Counts.updateOne({ _id: slot(key, limit, now).id, count: { $gt: 0 } }, { $inc: { count: -1 } })
    },
    guess: async (limits, now, tryIt) => {
      const keys = Object.entries(limits)
      for (const [key, limit] of keys) await throttle.count(key, limit, now)
      let wrong = false
      try {
        const found = await tryIt()
        wrong = found === undefined
        return found
      } finally {
        if (!wrong) for (const [key, limit] of keys) await throttle.giveBack(key, limit, now)
      }
    },
  }
  return throttle
}
