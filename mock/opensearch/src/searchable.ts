/** What is found: the terms of every field with the documents that hold them, as of the last refresh. */
import type { Mapping } from './mapping'
import type { Fields } from './refusal'

export interface Posting {
  /** One for each time that the term stands there. */
  readonly positions: readonly number[]
}

interface Terms {
  readonly postings: Map<string, Map<string, { positions: number[] }>>
  /** Document → number of its terms in the field. */
  readonly lengths: Map<string, number>
  total: number
}

/** Between two values of one field, so that no phrase reaches from one into the next. */
const GAP = 100

export class Searchable {
  readonly documents = new Map<string, Fields>()
  private readonly byField = new Map<string, Terms>()
  private readonly termsOfDocument = new Map<string, [string, string][]>()

  constructor(private readonly mapping: Mapping) {}

  put(id: string, document: Fields): void {
    this.remove(id)
    this.documents.set(id, document)
    const own: [string, string][] = []
    for (const [name, targets] of this.mapping.into)
      for (const target of targets) this.add(id, target, valuesOf(document[name]), own)
    this.termsOfDocument.set(id, own)
  }

  remove(id: string): void {
    for (const [field, term] of this.termsOfDocument.get(id) ?? []) {
      const holders = this.byField.get(field)?.postings.get(term)
      holders?.delete(id)
      if (holders?.size === 0) this.byField.get(field)?.postings.delete(term)
    }
    for (const terms of this.byField.values()) {
      terms.total -= terms.lengths.get(id) ?? 0
      terms.lengths.delete(id)
    }
    this.termsOfDocument.delete(id)
    this.documents.delete(id)
  }

  holders(field: string, term: string): ReadonlyMap<string, Posting> {
    return this.byField.get(field)?.postings.get(term) ?? new Map<string, Posting>()
  }

  termsOf(field: string): readonly string[] {
    return [...(this.byField.get(field)?.postings.keys() ?? [])]
  }

  /** Documents that have a value in the field. */
  having(field: string): readonly string[] {
    return [...(this.byField.get(field)?.lengths.keys() ?? [])]
  }

  /** Okapi BM25 with Lucene's constants and factor. */
  score(field: string, id: string, count: number, holders: number): number {
    const terms = this.byField.get(field)
    if (terms === undefined) return 0
    const all = terms.lengths.size
    const idf = Math.log(1 + (all - holders + 0.5) / (holders + 0.5))
    const norms = this.mapping.fields.get(field)?.norms === true
    const length = norms ? ((terms.lengths.get(id) ?? 0) * all) / Math.max(1, terms.total) : 1
    return (2.2 * idf * count) / (count + 1.2 * (0.25 + 0.75 * length))
  }

  private add(id: string, field: string, values: readonly string[], own: [string, string][]): void {
    const kind = this.mapping.fields.get(field)
    if (kind === undefined || !kind.indexed || values.length === 0) return
    const terms: Terms = this.byField.get(field) ?? { postings: new Map(), lengths: new Map(), total: 0 }
    this.byField.set(field, terms)
    let start = terms.lengths.get(id) === undefined ? 0 : GAP * 1000
    let length = 0
    for (const value of values) {
      const tokens = kind.indexing(value)
      for (const { term, position } of tokens) {
        const holders = terms.postings.get(term) ?? new Map<string, { positions: number[] }>()
        terms.postings.set(term, holders)
        const posting = holders.get(id)
        if (posting !== undefined) posting.positions.push(start + position)
        else {
          own.push([field, term])
          holders.set(id, { positions: [start + position] })
        }
      }
      length += tokens.length
      start += tokens.length + GAP
    }
    terms.lengths.set(id, (terms.lengths.get(id) ?? 0) + length)
    terms.total += length
  }
}

const valuesOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
