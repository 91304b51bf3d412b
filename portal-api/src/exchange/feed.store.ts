/**
 * Which events each unit has, in one order that never changes: position 1, 2, 3 … without gaps. A position is taken
 * by writing the entry that stands on it (unique on unit and position): it exists only when all before it do, so a
 * reader who has seen position n can never miss an entry that is written later with a lower one.
 */
import { type Connection, Schema } from 'mongoose'

export interface FeedEntry {
  readonly position: number
  /** The event's id. */
  readonly event: string
  readonly number: string
}

interface FeedDocument extends FeedEntry {
  /** Unit and event: the same event stands in a unit's feed once. */
  _id: string
  unit: string
}

interface UnitOfCity {
  readonly city: string
  readonly unitId: string
}

export interface ExchangeFeed {
  /** Puts an event at the end of a unit's feed, once. */
  append(unit: UnitOfCity, entry: Omit<FeedEntry, 'position'>): Promise<void>
  /** Entries beyond a position, in order. */
  read(unit: UnitOfCity, after: number, limit: number): Promise<readonly FeedEntry[]>
  /** 0 for an empty feed. */
  last(unit: UnitOfCity): Promise<number>
}

const DUPLICATE_KEY = 11_000
/** How often a position is tried anew because somebody else took it. */
const ATTEMPTS = 50

export const makeExchangeFeed = (connection: Connection): ExchangeFeed => {
  const schema = new Schema<FeedDocument>(
    { _id: String, unit: String, position: Number, event: String, number: String },
    { collection: 'exchangeFeed', versionKey: false },
  )
  schema.index({ unit: 1, position: 1 }, { unique: true })
  const Model = connection.model<FeedDocument>('ExchangeFeedEntry', schema)

  const keyOf = ({ city, unitId }: UnitOfCity): string => `${city} ${unitId}`
  const lastOf = async (unit: string): Promise<number> => {
    const last = await Model.findOne({ unit }, { position: 1 })
      .sort({ position: -1 })
      .lean<{ position: number }>()
    return last?.position ?? 0
  }

  return {
    append: async (of, entry) => {
      const unit = keyOf(of)
      const _id = `${unit} ${entry.event}`
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        try {
          await Model.create({ _id, unit, position: (await lastOf(unit)) + 1, ...entry })
          return
        } catch (error) {
          if ((error as { code?: number }).code !== DUPLICATE_KEY) throw error
          if ((await Model.findOne({ _id }, { _id: 1 }).lean()) !== null) return
        }
      }
      throw new Error(`the feed of ${unit} is written to by too many at once`)
    },
    read: async (of, after, limit) => {
      // What a failing primary may still lose is not shown: its position would be given to another event.
      const docs = await Model.find({ unit: keyOf(of), position: { $gt: after } })
        .sort({ position: 1 })
        .limit(limit)
        .readConcern('majority')
        .lean<FeedDocument[]>()
      return docs.map(({ position, event, number }) => ({ position, event, number }))
    },
    last: (of) => lastOf(keyOf(of)),
  }
}
