/** Entries as the desk shows them: lists by queue, and one entry with its versions, tasks and history. */
import {
  type ChangedField,
  changesBetween,
  type KnowledgeDeskEntry,
  type KnowledgeDeskList,
  type KnowledgeQueue,
  type NamesOfEntries,
  shanghaiDay,
  shanghaiInstant,
} from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { StaffCaller } from '../identity/caller'
import type { FoundLife } from './editEntry'
import type { EntryFileLinks } from './files/entryFileLinks'
import type { LifeSummary } from './lives.store'
import type { EntryContent } from './rules/entryContent'
import { liveVersion, presentContent, stageOf } from './rules/life'
import { allowedActions } from './rules/lifecycle'
import { type Directory, findingsOf } from './rules/standard'
import { mayUrge } from './rules/urging'

/** Units' people see what is theirs or is cross-checked by them; the hotline's see the whole city. */
export const isTheirs = (
  { role, unitId }: Pick<StaffCaller, 'role' | 'unitId'>,
  { unit, sharedWith }: Pick<EntryContent, 'unit' | 'sharedWith'>,
): boolean =>
  role === 'knowledge-reviewer' ||
  role === 'supervisor' ||
  (unitId !== undefined && [unit, sharedWith].includes(unitId))

/** What a supervisor has urged waits for the unit's editor, whatever else is done with the entry. */
const isUrgedFor = ({ role, unitId }: StaffCaller, { unit, openTasks }: LifeSummary): boolean =>
  role === 'knowledge-editor' && unitId === unit && openTasks.some(({ urged }) => urged === true)

/** Whose turn it is: who writes has drafts and open tasks before them, everybody else what they decide on. */
const waitsFor = (staff: StaffCaller, entry: LifeSummary, { units }: Pick<City, 'units'>): boolean => {
  const { role, unitId } = staff
  const { stage, unit, sharedWith, openTasks } = entry
  if (isUrgedFor(staff, entry)) return true
  switch (stage) {
    case 'none':
    case 'draft':
      if (role === 'knowledge-editor' && unitId === unit) return stage === 'draft' || openTasks.length > 0
      // What no unit of the city keeps, the hotline looks after.
      return role === 'knowledge-reviewer' && openTasks.length > 0 && !units.some(({ id }) => id === unit)
    case 'unit-review':
      return role === 'manager' && unitId === unit
    case 'cross-check':
      return unitId !== undefined && unitId === sharedWith
    case 'to-publish':
      return role === 'knowledge-reviewer'
    case 'discarded':
      return false
  }
}

const isIn: Record<
  KnowledgeQueue,
  (staff: StaffCaller, entry: LifeSummary, now: Date, city: City) => boolean
> = {
  mine: (staff, entry, _, city) => waitsFor(staff, entry, city),
  corrections: (_, { openTasks }) => openTasks.some(({ kind }) => kind === 'correction'),
  recheck: (_, { openTasks }) => openTasks.some(({ kind }) => kind === 'recheck'),
  overdue: (_, { openTasks }, now) => openTasks.some(({ due }) => due <= now),
  all: () => true,
}
const QUEUES = Object.keys(isIn) as KnowledgeQueue[]

/** Rows of a list; who looks for another entry searches. */
const MOST = 100

/** Whose answer it is; where nobody has said so yet, who keeps it. */
export const deskUnitName = (
  { unit, unitName = '' }: { readonly unit: string; readonly unitName?: string | undefined },
  city: City,
): string => (unitName === '' ? (city.units.find(({ id }) => id === unit)?.name ?? unit) : unitName)

const firstDue = ({ openTasks }: LifeSummary): Date | undefined =>
  openTasks.map(({ due }) => due).sort((a, b) => a.getTime() - b.getTime())[0]

export const listView = (
  staff: StaffCaller,
  city: City,
  entries: readonly LifeSummary[],
  { queue, q }: { readonly queue: KnowledgeQueue; readonly q: string },
  now: Date,
): KnowledgeDeskList => {
  const theirs = entries.filter((entry) => entry.stage !== 'discarded' && isTheirs(staff, entry))
  const listed = theirs
    .filter((entry) => isIn[queue](staff, entry, now, city) && entry.title.includes(q))
    .map((entry) => ({ entry, due: firstDue(entry) }))
    .sort((a, b) => (a.due?.getTime() ?? Infinity) - (b.due?.getTime() ?? Infinity) || 0)
  return {
    entries: listed.slice(0, MOST).map(({ entry, due }) => ({
      id: entry.id,
      title: entry.title,
      unitName: deskUnitName(entry, city),
      stage: entry.stage,
      live: entry.live,
      withdrawn: entry.withdrawn,
      tasks: entry.openTasks.length,
      late: due !== undefined && due <= now,
      urged: entry.openTasks.some(({ urged }) => urged === true),
      ...(due === undefined ? {} : { due: shanghaiInstant(due) }),
    })),
    counts: Object.fromEntries(
      QUEUES.map((one) => [one, theirs.filter((entry) => isIn[one](staff, entry, now, city)).length]),
    ) as Record<KnowledgeQueue, number>,
    more: listed.length > MOST,
  }
}

const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>)
const writable = (changes: readonly ChangedField[]) =>
  changes.map(({ field, lines }) => ({ field, lines: [...lines] }))

const contentView = (content: EntryContent): KnowledgeDeskEntry['content'] => {
  const { validFrom, validUntil, unitName, sharedWith, source } = content
  return {
    title: content.title,
    phrasings: [...content.phrasings],
    shortAnswer: content.shortAnswer,
    sections: [...content.sections],
    ...optional(
      'attachments',
      content.attachments?.map(({ id, name }) => ({ id, name })),
    ),
    phones: [...content.phones],
    links: [...content.links],
    source: {
      document: source.document,
      item: source.item,
      ...optional('quote', source.quote),
      ...optional('url', source.url),
    },
    ...optional('validFrom', validFrom),
    ...optional('validUntil', validUntil),
    unit: content.unit,
    ...optional('unitName', unitName === '' ? undefined : unitName),
    ...optional('sharedWith', sharedWith),
    topic: content.topic,
    districts: [...content.districts],
    audience: [...content.audience],
    related: [...content.related],
    ...optional('checkedOn', content.checkedOn),
  }
}

interface Surroundings {
  readonly city: City
  readonly directory: Directory
  readonly fileLinks: Pick<EntryFileLinks, 'of'>
  /** Of a public entry. */
  readonly titleOf: (id: string) => string | undefined
  readonly topics: readonly { readonly id: string; readonly name: string }[]
  /** Names of staff by their accounts. */
  readonly people: ReadonlyMap<string, string>
  readonly now: Date
}

const SYSTEM = /^system:/
/** Who it was, as colleagues know them; an account that is gone is nobody's name. */
const byWords = (by: string | undefined, people: Surroundings['people']): string | undefined =>
  by === undefined ? undefined : (people.get(by) ?? (SYSTEM.test(by) ? '单位业务系统' : '工作人员'))

export const entryView = (
  { life, change }: FoundLife,
  staff: StaffCaller,
  { city, directory, fileLinks, titleOf, topics, people, now }: Surroundings,
): KnowledgeDeskEntry => {
  const content = presentContent(life)
  if (content === undefined) throw new Error(`the entry ${life.id} has no content`)
  const { work } = life
  const nameIn =
    (all: readonly { readonly id: string; readonly name: string }[]) =>
    (id: string): string | undefined =>
      all.find((one) => one.id === id)?.name
  const names: NamesOfEntries = {
    unit: nameIn(city.units),
    topic: nameIn(topics),
    district: nameIn(city.districts),
    entry: titleOf,
  }
  return {
    id: life.id,
    city: life.city,
    version: change ?? 0,
    stage: stageOf(life),
    ...optional('live', life.live),
    content: contentView(content),
    files: (content.attachments ?? []).map((file) => fileLinks.of(file, now)),
    related: content.related.map((id) => ({ id, name: titleOf(id) ?? id })),
    unitName: deskUnitName(content, city),
    ...optional('why', work?.why),
    findings: findingsOf(content, directory, shanghaiDay(now)),
    changes:
      work === undefined ? [] : writable(changesBetween(liveVersion(life)?.content, work.content, names)),
    versions: life.versions
      .map(({ number, at, by, why, content: own }, i) => ({
        number,
        at: shanghaiInstant(at),
        ...optional('byWords', byWords(by, people)),
        ...optional('why', why),
        changes: i === 0 ? [] : writable(changesBetween(life.versions[i - 1]?.content, own, names)),
      }))
      .reverse(),
    tasks: life.tasks.map((task) => {
      const { id, kind, at, due, text, account, closed, urged = [] } = task
      const last = urged.at(-1)
      return {
        id,
        kind,
        at: shanghaiInstant(at),
        due: shanghaiInstant(due),
        late: closed === undefined && due <= now,
        ...optional('text', text),
        told: account !== undefined,
        ...optional('outcome', closed?.outcome),
        ...optional('closedAt', closed && shanghaiInstant(closed.at)),
        ...optional('urged', last && { times: urged.length, at: shanghaiInstant(last.at), why: last.why }),
        mayUrge: mayUrge(staff.role, task, now),
      }
    }),
    // Of one moment, what was written later comes first; what was done for a past day stands at that day.
    events: [...life.events]
      .reverse()
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .map(({ type, at, by, why, version }) => ({
        type,
        at: shanghaiInstant(at),
        ...optional('byWords', byWords(by, people)),
        ...optional('why', why),
        ...optional('version', version),
      })),
    actions: allowedActions(life, staff),
  }
}
