import * as z from 'zod/mini'
import { CityId, Source } from './common'

export const KnowledgeHit = z.object({
  id: z.string(),
  title: z.string(),
  /** ≤ 80 characters. */
  shortAnswer: z.string(),
  topic: z.string(),
  /** The document that the answer rests on. */
  sourceDocument: z.string(),
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
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(30)), 10),
})

export const KnowledgeSearchAnswer = z.object({
  hits: z.array(KnowledgeHit),
  topics: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
})
export type KnowledgeSearchAnswer = z.infer<typeof KnowledgeSearchAnswer>

export const KnowledgeEntry = z.object({
  id: z.string(),
  city: CityId,
  title: z.string(),
  shortAnswer: z.string(),
  /** Full answer in sections; `text` may hold several paragraphs divided by newlines. */
  sections: z.array(z.object({ heading: z.string(), text: z.string() })),
  phones: z.array(z.object({ name: z.string(), number: z.string() })),
  links: z.array(z.object({ name: z.string(), url: z.string() })),
  topic: z.string(),
  unitName: z.string(),
  source: Source,
  /** YYYY-MM-DD: when the entry was last checked against its source. */
  checkedOn: z.string(),
  related: z.array(z.object({ id: z.string(), title: z.string() })),
})
export type KnowledgeEntry = z.infer<typeof KnowledgeEntry>
