/**
 * BM25 over the fields of an entry: a word in the question says more than the same word somewhere in the answer. The
 * single characters of question and phrasings count as a field of their own: 河里的水很臭 and 河水发臭 share no pair.
 */
import { encode, type Vocabulary } from './encode'
import type { SearchableEntry } from '../knowledgeSearch'

const BOOST = { title: 3, phrasings: 3, shortAnswer: 1.5, body: 1, characters: 1.5 }
const K = 0.8
const B = 0.6
const DELTA = 0.3

const FIELDS = ['title', 'phrasings', 'shortAnswer', 'body'] as const
type Field = (typeof FIELDS)[number]

/** The fields of one entry that are short, as terms; the body is what else is in its text. */
export interface Fields {
  readonly terms: Readonly<Record<Exclude<Field, 'body'>, Int32Array>>
  readonly bodyLength: number
  /** Distinct characters of title and phrasings. */
  readonly characters: ReadonlySet<number>
}

export const fieldsOf = (entry: SearchableEntry, vocabulary: Vocabulary): Fields => {
  const title = encode(entry.title, vocabulary)
  const phrasings = encode(entry.phrasings.join('\n'), vocabulary)
  const characters = new Set([...title.characters, ...phrasings.characters].filter((code) => code < 0xe000))
  return {
    terms: {
      title: title.terms,
      phrasings: phrasings.terms,
      shortAnswer: encode(entry.shortAnswer, vocabulary).terms,
    },
    bodyLength: entry.body.length,
    characters,
  }
}

export type MeanLengths = Readonly<Record<Field, number>>

/** Lengths of the fields of all entries together. */
export class FieldLengths {
  private readonly sums: Record<Field, number> = { title: 0, phrasings: 0, shortAnswer: 0, body: 0 }
  private entries = 0

  count(fields: Fields, by: 1 | -1): void {
    this.entries += by
    for (const field of FIELDS) this.sums[field] += by * lengthOf(fields, field)
  }

  means(): MeanLengths {
    const mean = (field: Field): number => Math.max(1, this.sums[field] / Math.max(1, this.entries))
    return {
      title: mean('title'),
      phrasings: mean('phrasings'),
      shortAnswer: mean('shortAnswer'),
      body: mean('body'),
    }
  }
}

const lengthOf = (fields: Fields, field: Field): number =>
  field === 'body' ? fields.bodyLength : fields.terms[field].length

const count = (terms: Int32Array, term: number): number => {
  let often = 0
  for (const one of terms) if (one === term) often += 1
  return often
}

/** A term of the query, or of a synonym of it. */
export interface FieldTerm {
  readonly id: number
  /** Rarity of the term, times what it counts. */
  readonly weight: number
}

export interface FieldMatch {
  readonly score: number
  /** Terms that stand in title, phrasings or short answer. */
  readonly inQuestion: ReadonlySet<number>
}

const gain = (often: number, length: number, mean: number): number =>
  DELTA + (often * (K + 1)) / (often + K * (1 - B + (B * length) / mean))

/** `everywhere`: how often each term stands in the entry's whole text. `characters`: code → rarity. */
export const fieldScore = (
  fields: Fields,
  terms: readonly FieldTerm[],
  characters: ReadonlyMap<number, number>,
  everywhere: ReadonlyMap<number, number>,
  means: MeanLengths,
): FieldMatch => {
  const inQuestion = new Set<number>()
  let score = 0
  for (const { id, weight } of terms) {
    const all = everywhere.get(id) ?? 0
    if (all === 0) continue
    let asked = 0
    for (const field of FIELDS) {
      if (field !== 'body' && fields.terms[field].length === 0) continue
      const often = field === 'body' ? all - asked : count(fields.terms[field], id)
      if (often <= 0) continue
      if (field !== 'body') {
        asked += often
        inQuestion.add(id)
      }
      score += BOOST[field] * weight * gain(often, lengthOf(fields, field), means[field])
    }
  }
  if (fields.characters.size === 0) return { score, inQuestion }
  for (const [code, rarity] of characters)
    if (fields.characters.has(code)) score += BOOST.characters * rarity * gain(1, 1, 1)
  return { score, inQuestion }
}
