/**
 * Questions that found no answer. Until enough different askers have asked one, only its fingerprint stands here; of an
 * asker a single byte that tens of thousands share (docs/adr/0016).
 */
import { type Connection, Schema } from 'mongoose'

export interface AskedQuestion {
  readonly id: string
  /** In the words of those who asked when it was asked often enough, the first first. */
  readonly wordings: readonly string[]
  /** Different askers, at least. */
  readonly askers: number
  readonly times: number
  /** Days in Shanghai. */
  readonly since: string
  readonly last: string
}

export interface UnansweredQuestions {
  /**
   * Counts one asking.
   * @param asked.mark 0 to 255.
   * @param askersNeeded from this asker on the words are kept.
   */
  count(
    asked: {
      readonly id: string
      readonly city: string
      readonly mark: number
      readonly wording: string
      readonly day: string
      readonly expiresAt: Date
    },
    askersNeeded: number,
  ): Promise<void>
  /** Those that enough have asked; asked by most first. */
  shown(city: string, now: Date, limit: number): Promise<readonly AskedQuestion[]>
  remove(id: string): Promise<void>
}

interface Document {
  _id: string
  city: string
  marks: number[]
  /** Different marks; only in documents that have words. */
  askers?: number
  times: number
  since: string
  last: string
  wordings?: string[]
  expiresAt: Date
}

/** As many as an entry's phrasings usually are. */
const MOST_WORDINGS = 5

export const makeUnansweredQuestions = (connection: Connection): UnansweredQuestions => {
  const schema = new Schema<Document>(
    {
      _id: String,
      city: String,
      marks: [Number],
      askers: Number,
      times: Number,
      since: String,
      last: String,
      wordings: [String],
      expiresAt: Date,
    },
    { collection: 'knowledgeQuestions', versionKey: false },
  )
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  schema.index({ city: 1, askers: -1 }, { partialFilterExpression: { askers: { $exists: true } } })
  const Questions = connection.model<Document>('KnowledgeQuestion', schema)

  return {
    count: async ({ id, city, mark, wording, day, expiresAt }, askersNeeded) => {
      const counted = await Questions.findOneAndUpdate(
        { _id: id },
        {
          $addToSet: { marks: mark },
          $inc: { times: 1 },
          $set: { last: day, expiresAt },
          $setOnInsert: { city, since: day },
        },
        { upsert: true, returnDocument: 'after', lean: true },
      )
      const askers = counted?.marks.length ?? 0
      if (counted === null || askers < askersNeeded) return
      const { wordings = [] } = counted
      const isNew = wordings.length < MOST_WORDINGS && !wordings.includes(wording)
      await Questions.updateOne(
        { _id: id },
        { $max: { askers }, ...(isNew ? { $addToSet: { wordings: wording } } : {}) },
      )
    },
    shown: async (city, now, limit) => {
      const found = await Questions.find({ city, askers: { $exists: true }, expiresAt: { $gt: now } })
        .sort({ askers: -1, _id: 1 })
        .limit(limit)
        .lean<Document[]>()
      return found.map(({ _id, wordings = [], askers = 0, times, since, last }) => ({
        id: _id,
        wordings,
        askers,
        times,
        since,
        last,
      }))
    },
    remove: async (id) => {
      await Questions.deleteOne({ _id: id })
    },
  }
}
