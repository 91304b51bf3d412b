/** Texts that were imported into a city's knowledge, one document each. */
import { createHash } from 'node:crypto'
import { type Connection, Schema } from 'mongoose'
import type { Since } from './followed'
import type { ImportedText } from './importing/importLine'

export interface ImportedEntry extends ImportedText {
  readonly city: string
}

interface ImportedDocument {
  _id: string
  city: string
  text?: ImportedText
  /** What stays of an entry that was taken out, so that every portal hears of it. */
  removed?: true
  /** Of `text`: what did not change is not written again. */
  digest: string
  /** The database's time, so that the clocks of machines don't matter. */
  changedAt: Date
}

export interface Saved {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Ids that belong to another city already; nothing was written for them. */
  readonly elsewhere: readonly string[]
}

export interface ImportedEntries {
  /** Writes what is new or different. The same texts again change nothing. */
  save(city: string, texts: readonly ImportedText[]): Promise<Saved>
  /** Takes entries out. @returns those that the city had; all others are no error. */
  remove(city: string, ids: readonly string[]): Promise<readonly string[]>
  /** Of these ids, those that belong to other cities. */
  elsewhere(city: string, ids: readonly string[]): Promise<readonly string[]>
  /** All of the cities named. */
  all(cities: readonly string[]): Promise<readonly ImportedEntry[]>
  readonly since: Since<ImportedEntry & { readonly digest: string; readonly changedAt: Date }>
}

const BATCH = 500
const OVERLAP_MS = 5_000

const digestOf = (text: ImportedText): string =>
  createHash('sha256').update(JSON.stringify(text)).digest('base64url')

export const makeImportedEntries = (connection: Connection): ImportedEntries => {
  const schema = new Schema<ImportedDocument>(
    {
      _id: String,
      city: String,
      text: Schema.Types.Mixed,
      removed: Boolean,
      digest: String,
      changedAt: Date,
    },
    { collection: 'knowledgeImports', versionKey: false, minimize: false },
  )
  schema.index({ changedAt: 1 })
  schema.index({ city: 1 })
  const Model = connection.model<ImportedDocument>('KnowledgeImport', schema)

  const saveBatch = async (city: string, texts: readonly ImportedText[]): Promise<Saved> => {
    const ids = texts.map(({ id }) => id)
    const stored = await Model.find({ _id: { $in: ids } }, { city: 1, digest: 1, removed: 1 }).lean()
    const known = new Map(
      stored.filter(({ removed }) => removed !== true).map((document) => [document._id, document]),
    )
    const elsewhere = ids.filter((id) => (known.get(id)?.city ?? city) !== city)
    const own = texts.filter(({ id }) => !elsewhere.includes(id))
    const different = own.filter((text) => known.get(text.id)?.digest !== digestOf(text))
    if (different.length > 0)
      await Model.bulkWrite(
        different.map((text) => ({
          updateOne: {
            filter: { _id: text.id },
            update: {
              $set: { city, text, digest: digestOf(text) },
              $unset: { removed: true },
              $currentDate: { changedAt: true },
            },
            upsert: true,
          },
        })),
      )
    const changed = different.filter(({ id }) => known.has(id)).length
    const added = different.length - changed
    return { added, changed, unchanged: own.length - different.length, elsewhere }
  }

  return {
    save: async (city, texts) => {
      let sum: Saved = { added: 0, changed: 0, unchanged: 0, elsewhere: [] }
      for (let i = 0; i < texts.length; i += BATCH) {
        const batch = await saveBatch(city, texts.slice(i, i + BATCH))
        sum = {
          added: sum.added + batch.added,
          changed: sum.changed + batch.changed,
          unchanged: sum.unchanged + batch.unchanged,
          elsewhere: [...sum.elsewhere, ...batch.elsewhere],
        }
      }
      return sum
    },
    remove: async (city, ids) => {
      const removed: string[] = []
      for (let i = 0; i < ids.length; i += BATCH) {
        const own = await Model.find(
          { _id: { $in: ids.slice(i, i + BATCH) }, city, removed: { $ne: true } },
          { _id: 1 },
        ).lean()
        const found = own.map(({ _id }) => _id)
        removed.push(...found)
        if (found.length > 0)
          await Model.updateMany(
            { _id: { $in: found }, city },
            {
              $set: { removed: true, digest: '' },
              $unset: { text: true },
              $currentDate: { changedAt: true },
            },
          )
      }
      return removed
    },
    elsewhere: async (city, ids) => {
      const found: string[] = []
      for (let i = 0; i < ids.length; i += BATCH) {
        const theirs = await Model.find(
          { _id: { $in: ids.slice(i, i + BATCH) }, city: { $ne: city }, removed: { $ne: true } },
          { _id: 1 },
        ).lean()
        found.push(...theirs.map(({ _id }) => _id))
      }
      return found
    },
    all: async (cities) =>
      (await Model.find({ city: { $in: [...cities] }, removed: { $ne: true } }).lean()).flatMap(
        ({ city, text }) => (text === undefined ? [] : [{ ...text, city }]),
      ),
    since: async (mark, isKnown) => {
      const from = mark === undefined ? {} : { changedAt: { $gte: new Date(mark.getTime() - OVERLAP_MS) } }
      const touched = await Model.find(from, { digest: 1, changedAt: 1, removed: 1 }).lean()
      const gone = touched.filter(({ removed }) => removed === true).map(({ _id }) => _id)
      const fresh = touched
        .filter(({ _id, digest, removed }) => removed !== true && !isKnown(_id, digest))
        .map(({ _id }) => _id)
      const entries: (ImportedEntry & { digest: string; changedAt: Date })[] = []
      for (let i = 0; i < fresh.length; i += BATCH) {
        const documents = await Model.find({ _id: { $in: fresh.slice(i, i + BATCH) } }).lean()
        entries.push(
          ...documents.flatMap(({ city, text, digest, changedAt }) =>
            text === undefined ? [] : [{ ...text, city, digest, changedAt }],
          ),
        )
      }
      const latest = touched.reduce(
        (last, { changedAt }) => Math.max(last, changedAt.getTime()),
        mark?.getTime() ?? 0,
      )
      return { entries, removed: gone, mark: latest === 0 ? undefined : new Date(latest) }
    },
  }
}
