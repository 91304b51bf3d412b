/** How often people searched, and how often nothing answered them: two numbers per city and day. */
import { type Connection, Schema } from 'mongoose'

export interface SearchFigures {
  readonly asked: number
  readonly unanswered: number
}

export interface KnowledgeSearches {
  /** @param day in Shanghai, YYYY-MM-DD. */
  count(city: string, day: string, figures: SearchFigures): Promise<void>
  /** From day to day, both included. */
  read(city: string, from: string, to: string): Promise<SearchFigures>
}

interface Document extends SearchFigures {
  /** City and day. */
  _id: string
  city: string
  day: string
}

export const makeKnowledgeSearches = (connection: Connection): KnowledgeSearches => {
  const schema = new Schema<Document>(
    { _id: String, city: String, day: String, asked: Number, unanswered: Number },
    { collection: 'knowledgeSearches', versionKey: false },
  )
  schema.index({ city: 1, day: 1 })
  const Days = connection.model<Document>('KnowledgeSearches', schema)
  return {
    count: async (city, day, { asked, unanswered }) => {
      await Days.updateOne(
        { _id: `${city} ${day}` },
        { $inc: { asked, unanswered }, $setOnInsert: { city, day } },
        { upsert: true },
      )
    },
    read: async (city, from, to) => {
      const days = await Days.find({ city, day: { $gte: from, $lte: to } }).lean<Document[]>()
      return {
        asked: days.reduce((sum, { asked }) => sum + asked, 0),
        unanswered: days.reduce((sum, { unanswered }) => sum + unanswered, 0),
      }
    },
  }
}
