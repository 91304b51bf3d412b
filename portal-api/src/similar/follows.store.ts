/** Who follows which matter. Neither the requester nor the unit ever learns who; the unit learns how many. */
import { randomBytes } from 'node:crypto'
import { type Connection, Schema } from 'mongoose'

export interface Follow {
  /** Ten letters and digits; says nothing of the order. */
  readonly id: string
  readonly account: string
  readonly number: string
  readonly city: string
  readonly at: Date
  /** How many events the order had when it was followed: what came before is no news. */
  readonly from: number
  /** How many of its events were told. */
  readonly told: number
  readonly tries: number
  /** How often something happened to the order; tells whether it did meanwhile. */
  readonly wakes: number
}

interface FollowDocument extends Omit<Follow, 'id'> {
  _id: string
  /** When something may be to tell; absent while there is nothing. */
  dueAt?: Date
}

export interface Follows {
  /** Once per account and order: following again finds the same. */
  add(follow: Pick<Follow, 'account' | 'number' | 'city' | 'at' | 'from'>): Promise<Follow>
  find(account: string, number: string): Promise<Follow | undefined>
  remove(account: string, id: string): Promise<void>
  /** Newest first. */
  ofAccount(account: string, limit: number): Promise<readonly Follow[]>
  count(number: string): Promise<number>
  /** Something happened to the order: those who follow it are looked at. */
  wake(number: string, now: Date): Promise<void>
  due(now: Date, limit: number): Promise<readonly Follow[]>
  /** Takes one that is due until then; of several portals only one gets it. */
  lease(id: string, now: Date, until: Date): Promise<boolean>
  /** Everything up to this event is told; if more happened since it was read, it is due again. */
  settle(follow: Follow, told: number, now: Date): Promise<void>
  postpone(id: string, until: Date, failed: boolean): Promise<void>
  /** It is handled with another order: that one is followed from now on. */
  move(follow: Follow, number: string, from: number): Promise<void>
}

const DUPLICATE_KEY = 11_000
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const newId = (): string => [...randomBytes(10)].map((byte) => LETTERS[byte % LETTERS.length]).join('')

const read = ({ _id: id, account, number, city, at, from, told, tries, wakes }: FollowDocument): Follow => ({
  id,
  account,
  number,
  city,
  at,
  from,
  told,
  tries,
  wakes,
})

export const makeFollows = (connection: Connection): Follows => {
  const schema = new Schema<FollowDocument>(
    {
      _id: String,
      account: String,
      number: String,
      city: String,
      at: Date,
      from: Number,
      told: Number,
      tries: Number,
      wakes: Number,
      dueAt: Date,
    },
    { collection: 'follows', versionKey: false },
  )
  schema.index({ account: 1, number: 1 }, { unique: true })
  schema.index({ account: 1, at: -1 })
  schema.index({ number: 1 })
  schema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } })
  const Model = connection.model<FollowDocument>('Follow', schema)

  const find: Follows['find'] = async (account, number) => {
    const found = await Model.findOne({ account, number }).lean<FollowDocument>()
    return found === null ? undefined : read(found)
  }

  return {
    find,
    add: async (follow) => {
      const known = await find(follow.account, follow.number)
      if (known !== undefined) return known
      const doc: FollowDocument = { _id: newId(), ...follow, told: follow.from, tries: 0, wakes: 0 }
      try {
        await Model.create(doc)
        return read(doc)
      } catch (error) {
        const other = await find(follow.account, follow.number)
        if ((error as { code?: number }).code !== DUPLICATE_KEY || other === undefined) throw error
        return other
      }
    },
    remove: async (account, id) => {
      await Model.deleteOne({ _id: id, account })
    },
    ofAccount: async (account, limit) =>
      (await Model.find({ account }).sort({ at: -1 }).limit(limit).lean<FollowDocument[]>()).map(read),
    count: (number) => Model.countDocuments({ number }),
    wake: async (number, now) => {
      await Model.updateMany({ number }, { $inc: { wakes: 1 } })
      await Model.updateMany({ number, dueAt: { $exists: false } }, { $set: { dueAt: now } })
    },
    due: async (now, limit) =>
      (
        await Model.find({ dueAt: { $lte: now } })
          .sort({ dueAt: 1 })
          .limit(limit)
          .lean<FollowDocument[]>()
      ).map(read),
    lease: async (id, now, until) => {
      const { modifiedCount } = await Model.updateOne(
        { _id: id, dueAt: { $lte: now } },
        { $set: { dueAt: until } },
      )
      return modifiedCount === 1
    },
    settle: async ({ id, wakes }, told, now) => {
      const { matchedCount } = await Model.updateOne(
        { _id: id, wakes },
        { $set: { told, tries: 0 }, $unset: { dueAt: '' } },
      )
      if (matchedCount === 0) await Model.updateOne({ _id: id }, { $set: { told, tries: 0, dueAt: now } })
    },
    postpone: async (id, until, failed) => {
      await Model.updateOne({ _id: id }, { $set: { dueAt: until }, $inc: { tries: failed ? 1 : 0 } })
    },
    move: async ({ id }, number, from) => {
      try {
        await Model.updateOne(
          { _id: id },
          { $set: { number, from, told: from, tries: 0 }, $unset: { dueAt: '' } },
        )
      } catch (error) {
        // The other order is followed already.
        if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error
        await Model.deleteOne({ _id: id })
      }
    },
  }
}
