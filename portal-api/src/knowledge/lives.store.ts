/** Entries that units keep at the desk: one document each, with its versions, tasks and history. */
import { type Connection, Schema } from 'mongoose'
import type { KnowledgeStage, KnowledgeTaskKind } from '@jiesu/shared-types/vocabulary'
import type { Since } from './followed'
import { type Life, type Task, presentContent, recheckDay, stageOf, liveVersion } from './rules/life'
import type { PublishedEntry } from './published'
import type { KnowledgeItem } from './knowledgeData'
import type { EntryContent } from './rules/entryContent'

/** A life and how often it was changed: the guard of the next change. */
export interface StoredLife {
  readonly life: Life
  readonly change: number
}

export interface LifeSummary {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly unitName?: string | undefined
  readonly sharedWith?: string | undefined
  readonly stage: KnowledgeStage
  readonly live: boolean
  /** It was public, and is no more. */
  readonly withdrawn: boolean
  readonly openTasks: readonly {
    readonly kind: KnowledgeTaskKind
    readonly due: Date
    /** A supervisor has urged it. */
    readonly urged?: boolean
  }[]
}

/** A task as a unit is judged by it. */
export interface UnitTask extends Pick<Task, 'kind' | 'at' | 'due' | 'urged' | 'closed'> {
  readonly unit: string
}

/** An error report that was dealt with, for whoever made it. */
export interface ClosedCorrection {
  readonly entry: string
  readonly city: string
  readonly title: string
  readonly task: string
  readonly at: Date
  readonly outcome: string
}

export interface KnowledgeLives {
  find(id: string): Promise<StoredLife | undefined>
  /** Of a city, by their ids. */
  all(city: string): Promise<readonly Life[]>
  /**
   * Writes what came of a step.
   * @param change of the life as it was read; undefined for one that was not stored yet.
   * @returns the number of the new state, or undefined when somebody was faster.
   */
  save(life: Life, change: number | undefined, everyDays: number): Promise<number | undefined>
  /** Of a city, without versions and history. */
  summaries(city: string): Promise<readonly LifeSummary[]>
  /** Tasks of a city, open and closed, with the unit that keeps the entry. */
  tasks(city: string): Promise<readonly UnitTask[]>
  /** Ids of public entries whose recheck day has come and that have no task for it yet. */
  toRecheck(city: string, today: string, limit: number): Promise<readonly string[]>
  /** Of these files, those that a version or a draft names. */
  namedFiles(ids: readonly string[]): Promise<readonly string[]>
  /** Of the entries that changed last, at most so many. */
  closedCorrections(account: string, limit: number): Promise<readonly ClosedCorrection[]>
  readonly since: Since<PublishedEntry & { readonly digest: string }>
}

/** What is read beside it tells whether it was public. */
type StoredSummary = Omit<LifeSummary, 'id' | 'withdrawn'>

interface LifeDocument extends Omit<Life, 'id'> {
  _id: string
  change: number
  summary: StoredSummary
  /** YYYY-MM-DD; null while nothing is public or a recheck is open. */
  recheckOn: string | null
  /** The database's time, so that the clocks of machines don't matter. */
  changedAt: Date
}

/** What of it is read when only files are asked for. */
interface NamesFiles {
  readonly content?: Pick<EntryContent, 'attachments'>
}
interface FilesOnly {
  readonly work?: NamesFiles | null
  readonly versions?: readonly NamesFiles[]
}

const DUPLICATE_KEY = 11_000
const OVERLAP_MS = 5_000

const summaryOf = (life: Life): StoredSummary => {
  const content = presentContent(life)
  return {
    title: content?.title ?? '',
    unit: content?.unit ?? '',
    unitName: content?.unitName,
    sharedWith: content?.sharedWith,
    stage: stageOf(life),
    live: life.live !== undefined,
    openTasks: life.tasks.flatMap(({ kind, due, closed, urged = [] }) =>
      closed === undefined ? [{ kind, due, ...(urged.length === 0 ? {} : { urged: true }) }] : [],
    ),
  }
}

const recheckOf = (life: Life, everyDays: number): string | null => {
  const version = liveVersion(life)
  const isOpen = life.tasks.some(({ kind, closed }) => kind === 'recheck' && closed === undefined)
  return version === undefined || isOpen ? null : recheckDay(version.content, everyDays)
}

/** @param itemOf the public entry as search and its page show it. */
export const makeKnowledgeLives = (
  connection: Connection,
  itemOf: (life: Life) => KnowledgeItem | null,
): KnowledgeLives => {
  const { Mixed } = Schema.Types
  const schema = new Schema<LifeDocument>(
    {
      _id: String,
      city: String,
      versions: Mixed,
      live: Number,
      work: Mixed,
      tasks: Mixed,
      events: Mixed,
      change: Number,
      summary: Mixed,
      recheckOn: String,
      changedAt: Date,
    },
    { collection: 'knowledgeEntries', versionKey: false, minimize: false },
  )
  // What other portals changed.
  schema.index({ changedAt: 1 })
  // The desk's lists, and what is due for a recheck in a city.
  schema.index({ city: 1, recheckOn: 1 })
  // Messages for those who reported an error; most entries have none.
  schema.index({ 'tasks.account': 1 }, { sparse: true })
  const Model = connection.model<LifeDocument>('KnowledgeEntry', schema)

  const read = ({ _id, city, versions, live, work, tasks, events }: LifeDocument): Life => ({
    id: _id,
    city,
    versions,
    live: live ?? undefined,
    work: work ?? undefined,
    tasks,
    events,
  })

  return {
    find: async (id) => {
      const found = await Model.findOne({ _id: id }).lean<LifeDocument>()
      return found === null ? undefined : { life: read(found), change: found.change }
    },
    all: async (city) => (await Model.find({ city }).sort({ _id: 1 }).lean<LifeDocument[]>()).map(read),
    save: async (life, change, everyDays) => {
      const { id, live, work, ...rest } = life
      const next = (change ?? 0) + 1
      const $set = {
        ...rest,
        live: live ?? null,
        work: work ?? null,
        change: next,
        summary: summaryOf(life),
        recheckOn: recheckOf(life, everyDays),
      }
      const filter = change === undefined ? { _id: id, change: 0 } : { _id: id, change }
      try {
        const done = await Model.updateOne(
          filter,
          { $set, $currentDate: { changedAt: true } },
          {
            upsert: change === undefined,
          },
        )
        return done.modifiedCount + done.upsertedCount === 1 ? next : undefined
      } catch (error) {
        if ((error as { code?: unknown }).code === DUPLICATE_KEY) return undefined
        throw error
      }
    },
    summaries: async (city) =>
      (
        await Model.find({ city }, { summary: 1, 'versions.number': 1 }).lean<
          Pick<LifeDocument, '_id' | 'summary' | 'versions'>[]
        >()
      ).map(({ _id, summary, versions }) => ({
        ...summary,
        id: _id,
        withdrawn: !summary.live && versions.length > 0,
      })),
    tasks: async (city) =>
      (
        await Model.find({ city, 'tasks.0': { $exists: true } }, { 'summary.unit': 1, tasks: 1 }).lean<
          Pick<LifeDocument, 'summary' | 'tasks'>[]
        >()
      ).flatMap(({ summary: { unit }, tasks }) =>
        tasks.map(({ kind, at, due, urged, closed }) => ({ unit, kind, at, due, urged, closed })),
      ),
    toRecheck: async (city, today, limit) =>
      (
        await Model.find({ city, recheckOn: { $lte: today } }, { _id: 1 })
          .limit(limit)
          .lean<{ _id: string }[]>()
      ).map(({ _id }) => _id),
    namedFiles: async (ids) => {
      const among = { $in: [...ids] }
      const found = await Model.find(
        {
          $or: [{ 'work.content.attachments.id': among }, { 'versions.content.attachments.id': among }],
        },
        { 'work.content.attachments': 1, 'versions.content.attachments': 1 },
      ).lean<FilesOnly[]>()
      return found.flatMap(({ work, versions = [] }) =>
        [...versions, ...(work ? [work] : [])].flatMap(({ content }) =>
          (content?.attachments ?? []).map(({ id }) => id),
        ),
      )
    },
    closedCorrections: async (account, limit) =>
      (
        await Model.find({ 'tasks.account': account }, { city: 1, summary: 1, tasks: 1 })
          // Closing a task changes its entry: the newest outcomes are among the entries that changed last.
          .sort({ changedAt: -1 })
          .limit(limit)
          .lean<LifeDocument[]>()
      ).flatMap(({ _id, city, summary, tasks }) =>
        tasks.flatMap(({ id, account: of, closed }) =>
          of === account && closed !== undefined
            ? [{ entry: _id, city, title: summary.title, task: id, at: closed.at, outcome: closed.outcome }]
            : [],
        ),
      ),
    since: async (mark, isKnown) => {
      const from = mark === undefined ? {} : { changedAt: { $gte: new Date(mark.getTime() - OVERLAP_MS) } }
      const touched = await Model.find(from, { change: 1, changedAt: 1 }).lean<LifeDocument[]>()
      const fresh = touched.filter(({ _id, change }) => !isKnown(_id, String(change))).map(({ _id }) => _id)
      const documents =
        fresh.length === 0 ? [] : await Model.find({ _id: { $in: fresh } }).lean<LifeDocument[]>()
      const latest = touched.reduce(
        (last, { changedAt }) => Math.max(last, changedAt.getTime()),
        mark?.getTime() ?? 0,
      )
      return {
        entries: documents.map((document) => ({
          id: document._id,
          city: document.city,
          change: document.change,
          digest: String(document.change),
          item: itemOf(read(document)),
        })),
        // An entry stays, even when it is withdrawn.
        removed: [],
        mark: latest === 0 ? undefined : new Date(latest),
      }
    },
  }
}
