/**
 * The knowledge of the cities: `cities/<city>/knowledge/<topic>.json`, one file per topic. Read once at start; every
 * problem of every file is named in one error, so that an editor can mend them all in one go.
 */
import { KNOWLEDGE_AUDIENCES, SECTION_KINDS } from '@jiesu/shared-types/vocabulary'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { City } from '../cities/cityData'
import { SourceData } from '../cities/dataParts'
import type { EntryAttachment } from './rules/entryContent'

/** As the recording standard has it: what fits on two lines of a phone. */
export const SHORT_ANSWER_MAX = 80

const words = z.string().trim().min(1)
const entryId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug: lower-case words joined by hyphens')
const characters = (text: string): number => [...text].length

const EntryFile = z.strictObject({
  id: entryId,
  /** The question as an official would file it. */
  title: words,
  /** The same question in people's own words; searched, never shown. */
  phrasings: z.array(words).min(4, 'at least 4 phrasings').max(12, 'at most 12 phrasings'),
  shortAnswer: words.refine((text) => characters(text) <= SHORT_ANSWER_MAX, {
    error: (issue) =>
      `at most ${String(SHORT_ANSWER_MAX)} characters (has ${String(characters(String(issue.input)))})`,
  }),
  sections: z
    .array(z.strictObject({ kind: z.enum(SECTION_KINDS).optional(), heading: words, text: words }))
    .min(1),
  phones: z.array(
    z.strictObject({ name: words, number: z.string().regex(/^[\d-]{3,12}$/, 'digits and hyphens') }),
  ),
  links: z.array(z.strictObject({ name: words, url: z.url() })),
  unitName: words,
  source: SourceData,
  /** When the source holds, where it says so. */
  validFrom: z.iso.date('a calendar day, YYYY-MM-DD').optional(),
  validUntil: z.iso.date('a calendar day, YYYY-MM-DD').optional(),
  /** Ids of the districts where it holds; absent: the whole city. */
  districts: z.array(words).min(1).optional(),
  /** Whom it is for; absent: everybody. */
  audience: z.array(z.enum(KNOWLEDGE_AUDIENCES)).min(1).optional(),
  checkedOn: z.iso.date('a calendar day, YYYY-MM-DD'),
  related: z.array(entryId),
  /** Place among the most asked entries, which are shown before anything is typed; absent: not among them. */
  mostAsked: z.number().int().positive().optional(),
})

const TopicFile = z.strictObject({
  topic: z.strictObject({
    id: entryId,
    name: words,
    /** Where the topic stands in the city's list. */
    order: z.number().int().positive(),
  }),
  entries: z.array(EntryFile).min(1),
})

interface KnowledgeTopic {
  readonly id: string
  readonly city: string
  readonly name: string
  readonly order: number
}

type Fields = z.infer<typeof EntryFile>

export type KnowledgeItem = Omit<Fields, 'districts' | 'audience' | 'unitName' | 'source' | 'checkedOn'> & {
  readonly city: string
  /** Imported texts may lack these three. */
  readonly unitName?: string | undefined
  readonly source?: Fields['source'] | undefined
  readonly checkedOn?: string | undefined
  readonly topic: string
  /** Where and for whom it holds; absent: in the whole city, for everybody. Imports name audiences in their own words. */
  readonly districts?: readonly string[] | undefined
  readonly audience?: readonly string[] | undefined
  readonly attachments?: readonly EntryAttachment[] | undefined
}

/** The knowledge of all cities, read whole and cross-checked. */
export interface KnowledgeBase {
  /** By city, then in the order of the city's list. */
  readonly topics: readonly KnowledgeTopic[]
  readonly items: readonly KnowledgeItem[]
}

/** What is wrong with the knowledge files, one line each: `<file>: <path>: <problem>`. */
export class KnowledgeDataError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['The knowledge files are not right:', ...problems.map((line) => `  ${line}`)].join('\n'))
    this.name = 'KnowledgeDataError'
  }
}

interface ReadFile {
  readonly file: string
  readonly city: string
  readonly data: z.infer<typeof TopicFile>
}

const asPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')

const readTopicFile = (file: string, city: string, problems: string[]): ReadFile[] => {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    problems.push(
      `${file}: cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
    return []
  }
  const parsed = TopicFile.safeParse(json)
  if (parsed.success) return [{ file, city, data: parsed.data }]
  for (const issue of parsed.error.issues) {
    problems.push(`${file}: ${asPath(issue.path) || 'file'}: ${issue.message}`)
  }
  return []
}

/** Districts and English of a city, where its rules were read before its knowledge. */
type Cities = ReadonlyMap<string, Pick<City, 'districts' | 'english'>>

/** English of something that the city's knowledge does not have: renamed since, or mistyped. */
const checkEnglish = (files: readonly ReadFile[], cities: Cities, problems: string[]): void => {
  for (const [city, { english }] of cities) {
    const own = files.filter((read) => read.city === city).map(({ data }) => data)
    if (own.length === 0) continue
    const entries = own.flatMap((data) => data.entries)
    const there = {
      topics: own.map(({ topic }) => topic.id),
      phones: entries.flatMap(({ phones }) => phones.map(({ name }) => name)),
      offices: entries.map(({ unitName }) => unitName),
    }
    for (const part of ['topics', 'phones', 'offices'] as const)
      for (const name of Object.keys(english?.[part] ?? {}))
        if (!there[part].includes(name))
          problems.push(
            `${city}/english.json: ${part}.${name}: nothing in the knowledge of ${city} has this name`,
          )
  }
}

/** Ids are unique over all cities; related entries exist in the same city and are not the entry itself; so do districts. */
const crossCheck = (files: readonly ReadFile[], cities: Cities, problems: string[]): void => {
  const ownerOf = new Map<string, ReadFile>()
  const topicsSeen = new Map<string, string>()
  for (const read of files) {
    const topicKey = `${read.city} ${read.data.topic.id}`
    const earlier = topicsSeen.get(topicKey)
    if (earlier)
      problems.push(`${read.file}: topic.id: "${read.data.topic.id}" is already the topic of ${earlier}`)
    topicsSeen.set(topicKey, read.file)
    read.data.entries.forEach((entry, i) => {
      const owner = ownerOf.get(entry.id)
      if (owner)
        problems.push(`${read.file}: entries[${String(i)}].id: "${entry.id}" is already in ${owner.file}`)
      else ownerOf.set(entry.id, read)
    })
  }
  for (const read of files) {
    const city = cities.get(read.city)
    read.data.entries.forEach((entry, i) => {
      entry.districts?.forEach((id, j) => {
        if (city?.districts.every((district) => district.id !== id) === true)
          problems.push(
            `${read.file}: entries[${String(i)}].districts[${String(j)}]: there is no district "${id}" in ${read.city}`,
          )
      })
      entry.related.forEach((id, j) => {
        const path = `entries[${String(i)}].related[${String(j)}]`
        if (id === entry.id) problems.push(`${read.file}: ${path}: the entry names itself`)
        else if (ownerOf.get(id)?.city !== read.city) {
          problems.push(`${read.file}: ${path}: there is no entry "${id}" in ${read.city}`)
        }
      })
    })
  }
}

/**
 * Reads the knowledge of the named cities from `<citiesFolder>/<city>/knowledge/*.json`. A city without that folder
 * has no entries yet, which is allowed.
 * @param known the cities' rules: districts of entries are looked up there.
 * @throws KnowledgeDataError naming every problem with its file and path.
 */
export const loadKnowledge = (
  citiesFolder: string,
  cities: readonly string[],
  known: Cities = new Map(),
): KnowledgeBase => {
  const problems: string[] = []
  const files = cities.flatMap((city) => {
    const folder = join(citiesFolder, city, 'knowledge')
    if (!existsSync(folder)) return []
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name) => readTopicFile(join(folder, name), city, problems))
      .sort((a, b) => a.data.topic.order - b.data.topic.order)
  })
  crossCheck(files, known, problems)
  checkEnglish(files, known, problems)
  if (problems.length > 0) throw new KnowledgeDataError(problems)
  return {
    topics: files.map(({ city, data }) => ({ ...data.topic, city })),
    items: files.flatMap(({ city, data }) =>
      data.entries.map((entry) => ({ ...entry, city, topic: data.topic.id })),
    ),
  }
}
