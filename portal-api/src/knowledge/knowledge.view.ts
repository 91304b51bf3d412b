/** The knowledge as the contracts show it: search answers and whole entries. */
import {
  audiencesOf,
  type KnowledgeEntry,
  type KnowledgeHit,
  type KnowledgeQuery,
  type KnowledgeSearchAnswer,
  type KnowledgeSuggestions,
  type KnowledgeSuggestionsQuery,
  type Source,
} from '@jiesu/shared-types'
import type { z } from 'zod'
import { publicFile } from './files/entryFileLinks'
import { IMPORTED_TOPIC, type Imports, NO_IMPORTS } from './imported'
import type { KnowledgeBase, KnowledgeItem } from './knowledgeData'
import type { KnowledgeSearch, SearchableEntry } from './knowledgeSearch'
import { NOTHING_PUBLISHED, type Published } from './published'
import { highlights } from './rules/highlights'

/** A query as the contract has parsed it. */
type Query = z.output<typeof KnowledgeQuery>
type SuggestionsQuery = z.output<typeof KnowledgeSuggestionsQuery>

/** What fits above a phone's keyboard. */
const SUGGESTIONS = 8

export interface KnowledgeViews {
  /**
   * With words: the relevant entries, best first. Without: the city's most asked entries, or all entries of the
   * asked topic. `topics` always lists all topics of the city with their number of entries. An unknown city has
   * neither; whether a city exists is for the caller to say.
   */
  searchKnowledge: (query: Query) => Promise<KnowledgeSearchAnswer>
  /** Questions to choose from while a query is being typed. */
  suggestQuestions: (query: SuggestionsQuery) => Promise<KnowledgeSuggestions>
  /** The files of the entry's public version. */
  attachmentsOf: (id: string) => KnowledgeItem['attachments']
  /** One entry whole; undefined where there is none of that id. */
  getEntry: (id: string) => KnowledgeEntry | undefined
  /** The same with all that it is found by. */
  findItem: (id: string) => KnowledgeItem | undefined
  /** The public entries of a city's files and of its units; imported texts have no questions to be compared with. */
  listItems: (city: string) => readonly KnowledgeItem[]
}

/** What of an entry is searched; sources are not, or every entry of a document would answer to its name. */
export const asSearchable = (item: KnowledgeItem): SearchableEntry => ({
  id: item.id,
  city: item.city,
  topic: item.topic,
  title: item.title,
  phrasings: item.phrasings,
  shortAnswer: item.shortAnswer,
  body: [
    ...item.sections.flatMap((section) => [section.heading, section.text]),
    ...item.phones.flatMap((phone) => [phone.name, phone.number]),
    item.unitName ?? '',
  ].join('\n'),
  districts: item.districts,
  audience: item.audience && audiencesOf(item.audience),
})

const asHit = (item: KnowledgeItem, score: number, found: ReadonlySet<string>): KnowledgeHit => ({
  id: item.id,
  title: item.title,
  shortAnswer: item.shortAnswer,
  topic: item.topic,
  ...(item.source === undefined ? {} : { sourceDocument: item.source.document }),
  highlights: highlights([item.title, item.shortAnswer], found),
  score,
})

const sourceOf = ({ document, item, quote, url }: NonNullable<KnowledgeItem['source']>): Source => ({
  document,
  item,
  ...(quote === undefined ? {} : { quote }),
  ...(url === undefined ? {} : { url }),
})

const asEntry = (item: KnowledgeItem, find: (id: string) => KnowledgeItem | undefined): KnowledgeEntry => ({
  id: item.id,
  city: item.city,
  title: item.title,
  shortAnswer: item.shortAnswer,
  sections: item.sections,
  ...(item.attachments === undefined
    ? {}
    : { files: item.attachments.map((file) => publicFile(item.id, file)) }),
  phones: item.phones,
  links: item.links,
  topic: item.topic,
  ...(item.unitName === undefined ? {} : { unitName: item.unitName }),
  ...(item.source === undefined ? {} : { source: sourceOf(item.source) }),
  ...(item.districts === undefined ? {} : { districts: [...item.districts] }),
  ...(item.audience === undefined ? {} : { audience: [...item.audience] }),
  ...(item.validUntil === undefined ? {} : { validUntil: item.validUntil }),
  ...(item.checkedOn === undefined ? {} : { checkedOn: item.checkedOn }),
  related: item.related.flatMap((id) => {
    const other = find(id)
    return other ? [{ id, title: other.title }] : []
  }),
})

const LAST = Number.MAX_SAFE_INTEGER

export const createKnowledgeViews = (
  base: KnowledgeBase,
  search: KnowledgeSearch,
  imports: Imports = NO_IMPORTS,
  published: Published = NOTHING_PUBLISHED,
): KnowledgeViews => {
  const byId = new Map(base.items.map((item) => [item.id, item]))
  /** What the units have published stands before what came with files. */
  const find = (id: string): KnowledgeItem | undefined => {
    const own = published.get(id)
    return own === undefined ? (byId.get(id) ?? imports.get(id)) : (own ?? undefined)
  }
  /** Of the city, in the order of its files, then what is only published. */
  const itemsOf = (city: string): KnowledgeItem[] => [
    ...base.items.flatMap((item) => (item.city === city ? (find(item.id) ?? []) : [])),
    ...published.list(city).filter(({ id }) => !byId.has(id) && imports.get(id) === undefined),
  ]
  const importedTopic = (city: string): KnowledgeSearchAnswer['topics'] => {
    const count = imports.count(city)
    const { id, name } = IMPORTED_TOPIC
    return count === 0 ? [] : [{ id, name, count }]
  }

  /** Without words, a choice shows what names it; what is for everybody is found by words. */
  const isAskedFor = (item: KnowledgeItem, { topic, district, audience }: Query): boolean => {
    const names = (own: readonly string[] | undefined, wanted: string | undefined): boolean =>
      wanted === undefined || own?.includes(wanted) === true
    const isChosen =
      names(item.districts, district) && names(item.audience && audiencesOf(item.audience), audience)
    if (topic !== undefined) return item.topic === topic && isChosen
    return district === undefined && audience === undefined ? item.mostAsked !== undefined : isChosen
  }

  const namedBy = (items: readonly KnowledgeItem[]): NonNullable<KnowledgeSearchAnswer['named']> => {
    const all = (of: (item: KnowledgeItem) => readonly string[] | undefined): string[] => [
      ...new Set(items.flatMap((item) => of(item) ?? [])),
    ]
    return { districts: all((item) => item.districts), audience: all((item) => item.audience) }
  }

  const withoutWords = (query: Query): KnowledgeHit[] => {
    const { city, topic, limit } = query
    const items =
      topic === IMPORTED_TOPIC.id
        ? imports.list(city, limit).flatMap(({ id }) => find(id) ?? [])
        : itemsOf(city)
    return items
      .filter((item) => isAskedFor(item, query))
      .sort((a, b) => (a.mostAsked ?? LAST) - (b.mostAsked ?? LAST))
      .slice(0, limit)
      .map((item) => asHit(item, 0, new Set()))
  }

  const withWords = async ({ q, ...scope }: Query): Promise<Omit<KnowledgeSearchAnswer, 'topics'>> => {
    const { hits, meant, limited } = await search.search(q, scope)
    return {
      hits: hits.flatMap(({ id, score, found }) => {
        const item = find(id)
        return item ? [asHit(item, score, found)] : []
      }),
      ...(meant === undefined ? {} : { meant }),
      ...(limited === undefined ? {} : { limited }),
    }
  }

  return {
    searchKnowledge: async (query) => {
      const { city } = query
      const items = itemsOf(city)
      return {
        ...(query.q.trim() === '' ? { hits: withoutWords(query) } : await withWords(query)),
        topics: [
          ...base.topics
            .filter((topic) => topic.city === city)
            .map(({ id, name }) => ({ id, name, count: items.filter((item) => item.topic === id).length })),
          ...importedTopic(city),
        ],
        named: namedBy(items),
      }
    },
    suggestQuestions: async ({ q, city }) => ({
      suggestions: [...(await search.suggest(q, { city, limit: SUGGESTIONS }))],
    }),
    attachmentsOf: (id) => find(id)?.attachments,
    getEntry: (id) => {
      const item = find(id)
      return item && asEntry(item, find)
    },
    findItem: find,
    listItems: itemsOf,
  }
}
