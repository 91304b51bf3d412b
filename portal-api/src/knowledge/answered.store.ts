/** How often an entry answered the question: counts per entry and day, and nothing of who said so. */
import { type Connection, Schema } from 'mongoose'

interface EntryFigures {
  readonly entry: string
  readonly solved: number
  readonly unsolved: number
}

export interface KnowledgeAnswers {
  /**
   * Counts one opinion, once for each random id that a device drew for the entry.
   * @param day in Shanghai, YYYY-MM-DD.
   */
  count(
    opinion: { readonly id: string; readonly entry: string; readonly city: string; readonly solved: boolean },
    day: string,
    now: Date,
  ): Promise<void>
  /** Of a city from day to day, both included; the entries that helped most often first. */
  read(city: string, from: string, to: string): Promise<readonly EntryFigures[]>
}

interface Count {
  /** Entry and day. */
  _id: string
  entry: string
  city: string
  day: string
  solved: number
  unsolved: number
}
interface Opinion {
  /** Entry and the device's random id for it. */
  _id: string
  expiresAt: Date
}

/** Long enough for every repetition of one sending; a device says it once and remembers that it did. */
const REMEMBERED_MS = 30 * 86_400_000
const DUPLICATE_KEY = 11_000

export const makeKnowledgeAnswers = (connection: Connection): KnowledgeAnswers => {
  const opinions = new Schema<Opinion>(
    { _id: String, expiresAt: Date },
    { collection: 'knowledgeOpinions', versionKey: false },
  )
  opinions.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
  const Opinions = connection.model<Opinion>('KnowledgeOpinion', opinions)

  const counts = new Schema<Count>(
    { _id: String, entry: String, city: String, day: String, solved: Number, unsolved: Number },
    { collection: 'knowledgeAnswers', versionKey: false },
  )
  counts.index({ city: 1, day: 1 })
  const Counts = connection.model<Count>('KnowledgeAnswer', counts)

  const isNew = async (id: string, now: Date): Promise<boolean> => {
    try {
      await Opinions.create({ _id: id, expiresAt: new Date(now.getTime() + REMEMBERED_MS) })
      return true
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false
      throw error
    }
  }

  return {
    count: async ({ id, entry, city, solved }, day, now) => {
      if (!(await isNew(`${entry} ${id}`, now))) return
      await Counts.updateOne(
        { _id: `${entry} ${day}` },
        {
          $inc: { solved: solved ? 1 : 0, unsolved: solved ? 0 : 1 },
          $setOnInsert: { entry, city, day },
        },
        { upsert: true },
      )
    },
    read: async (city, from, to) => {
      const sums = new Map<string, EntryFigures>()
      for (const { entry, solved, unsolved } of await Counts.find({
        city,
        day: { $gte: from, $lte: to },
      }).lean()) {
        const before = sums.get(entry)
        sums.set(entry, {
          entry,
          solved: (before?.solved ?? 0) + solved,
          unsolved: (before?.unsolved ?? 0) + unsolved,
        })
      }
      return [...sums.values()].sort(
        (a, b) => b.solved - a.solved || b.unsolved - a.unsolved || a.entry.localeCompare(b.entry),
      )
    },
  }
}
