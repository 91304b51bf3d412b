import * as z from 'zod/mini'
import { ENTRY_FILE_TYPES, SEARCH_OUTCOMES, SECTION_KINDS } from '../vocabulary/knowledge'
import { CityId, CommandId, Instant, Source, text } from './common'

export const KnowledgeHit = z.object({
  id: z.string(),
  title: z.string(),
  /** ≤ 80 characters. */
  shortAnswer: z.string(),
  topic: z.string(),
  /** The document that the answer rests on; absent where an imported text names none. */
  sourceDocument: z.optional(z.string()),
  /** Parts of title or short answer to mark, as they stand there. */
  highlights: z.array(z.string()),
  score: z.number(),
})
export type KnowledgeHit = z.infer<typeof KnowledgeHit>

export const KnowledgeQuery = z.object({
  city: CityId,
  /** Empty: the city's most asked entries. */
  q: z._default(z.string().check(z.trim(), z.maxLength(2000, '请用更短的话来查')), ''),
  topic: z.optional(z.string()),
  /** Id of a district: entries that hold there, those of the whole city too. */
  district: z.optional(z.string().check(z.maxLength(40))),
  /** person, enterprise …: entries for them, those for everybody too. */
  audience: z.optional(z.string().check(z.maxLength(40))),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(30)), 10),
})

export const KnowledgeSearchAnswer = z.object({
  hits: z.array(KnowledgeHit),
  /** Where the words as typed find nothing: what was probably meant, and found instead. */
  meant: z.optional(z.string()),
  /** True where only a part of the knowledge could be searched for now: what is not found may be there all the same. */
  limited: z.optional(z.literal(true)),
  topics: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
  /** What the city's entries name, to be chosen from; answers kept from before have none. */
  named: z.optional(z.object({ districts: z.array(z.string()), audience: z.array(z.string()) })),
})
export type KnowledgeSearchAnswer = z.infer<typeof KnowledgeSearchAnswer>

export const KnowledgeSuggestionsQuery = z.object({
  city: CityId,
  /** What is being typed: characters, pinyin or initials. */
  q: z.string().check(z.trim(), z.maxLength(40, '请用更短的话来查')),
})

export const KnowledgeSuggestions = z.object({
  /** At most eight questions, best first. */
  suggestions: z.array(z.object({ id: z.string(), text: z.string() })),
})
export type KnowledgeSuggestions = z.infer<typeof KnowledgeSuggestions>

/** A file that belongs to an entry (附件). */
export const EntryFile = z.object({
  id: z.string(),
  /** As readers see it, without an ending. */
  name: z.string(),
  mediaType: z.enum(ENTRY_FILE_TYPES),
  bytes: z.int(),
  /** Where it is fetched; at the desk the address is signed and short-lived. */
  url: z.string(),
})
export type EntryFile = z.infer<typeof EntryFile>

export const KnowledgeEntry = z.object({
  id: z.string(),
  city: CityId,
  title: z.string(),
  shortAnswer: z.string(),
  /**
   * Full answer in sections; `text` may hold several paragraphs divided by newlines, which are the items of a list
   * of materials and the steps of steps. Absent kind: other.
   */
  sections: z.array(
    z.object({ kind: z.optional(z.enum(SECTION_KINDS)), heading: z.string(), text: z.string() }),
  ),
  /** Absent: none. */
  files: z.optional(z.array(EntryFile)),
  phones: z.array(z.object({ name: z.string(), number: z.string() })),
  links: z.array(z.object({ name: z.string(), url: z.string() })),
  topic: z.string(),
  /** Whose answer it is; absent where an imported text does not say. */
  unitName: z.optional(z.string()),
  /** Absent where an imported text names none. */
  source: z.optional(Source),
  /** Ids of the districts where it holds; absent: the whole city. */
  districts: z.optional(z.array(z.string())),
  /** Whom it is for, words of the vocabulary (person, enterprise …) or others; absent: everybody. */
  audience: z.optional(z.array(z.string())),
  /** YYYY-MM-DD: until when the source holds, where it says so. */
  validUntil: z.optional(z.string()),
  /** YYYY-MM-DD: when the entry was last checked against its source; absent: never, as far as is known. */
  checkedOn: z.optional(z.string()),
  related: z.array(z.object({ id: z.string(), title: z.string() })),
})
export type KnowledgeEntry = z.infer<typeof KnowledgeEntry>

/** A question that somebody has finished asking. Only counted; docs/adr/0016 says what is kept of the words. */
export const SearchOutcomeInput = z.object({
  city: CityId,
  q: text('问题', 1, 200),
  /** `unsolved`: answers were found, and the asker went to a person all the same. */
  outcome: z.enum(SEARCH_OUTCOMES, { error: '请说明查询结果' }),
})

/** What a reader says of an entry; the id is drawn at random for this entry and counted once. */
export const AnsweredInput = z.object({
  commandId: CommandId,
  solved: z.boolean({ error: '请说明解决了没有' }),
})

/** 查漏纠错: what a reader found wrong. Signed in, they hear the outcome as a message in the app. */
export const CorrectionInput = z.object({
  commandId: CommandId,
  /** Numbers of identity cards, telephones and bank cards are not kept. */
  text: text('纠错内容', 2, 500),
})

/** What became of it so far: by when it is dealt with, and whether the reader hears of it. */
export const CorrectionReceipt = z.object({ due: Instant, told: z.boolean() })
export type CorrectionReceipt = z.infer<typeof CorrectionReceipt>

/** How often entries answered the question in a period; numbers alone. */
export const KnowledgeFigures = z.object({
  solved: z.int(),
  unsolved: z.int(),
  /** Those that were judged most often, first those that helped. */
  entries: z.array(z.object({ id: z.string(), title: z.string(), solved: z.int(), unsolved: z.int() })),
})
export type KnowledgeFigures = z.infer<typeof KnowledgeFigures>
