/** Queries: those that the portal uses, with scores that mean something. Everything else is refused. */
import type { Field, Mapping } from './mapping'
import { type Fields, listOf, numberOf, objectOf, only, Refusal, single, textOf, unknown } from './refusal'
import type { Searchable } from './searchable'

/** Document → score. */
export type Found = Map<string, number>

/** Lucene bears so many leaves in one query. */
const MOST_CLAUSES = 1024

const add = (to: Found, id: string, score: number): void => {
  to.set(id, (to.get(id) ?? 0) + score)
}

const sum = (lists: readonly Found[]): Found => {
  const all: Found = new Map()
  for (const found of lists) for (const [id, score] of found) add(all, id, score)
  return all
}

const times = (found: Found, boost: number): Found =>
  new Map([...found].map(([id, score]) => [id, score * boost]))

/** `title^3` */
const readBoosted = (given: unknown): [string, number] => {
  const [name = '', boost = '1'] = textOf(given, 'a field').split('^')
  return [name, Number(boost)]
}

export class Evaluation {
  /** Name of a query → what it found. */
  readonly named = new Map<string, ReadonlySet<string>>()
  private clauses = 0

  constructor(
    private readonly mapping: Mapping,
    private readonly searchable: Searchable,
  ) {}

  run(given: unknown): Found {
    const [kind, params] = single(objectOf(given, 'a query'), 'a query')
    const evaluate = this.kinds[kind]
    if (evaluate === undefined) throw unknown(`the query [${kind}]`)
    return evaluate(objectOf(params, kind))
  }

  private readonly kinds: Readonly<Record<string, (params: Fields) => Found>> = {
    match_all: (params) => {
      only(params, [], 'match_all')
      return new Map([...this.searchable.documents.keys()].map((id) => [id, 1]))
    },
    bool: (params) => this.bool(params),
    term: (params) => {
      const [name, given] = single(params, 'term')
      const { value, boost, _name, ...rest } =
        typeof given === 'string' ? { value: given } : objectOf(given, 'term')
      only(rest, [], 'term')
      return this.told(this.term(name, textOf(value, 'term'), numberOf(boost, 1, 'boost')), _name)
    },
    terms: (params) => {
      const [name, values] = single(params, 'terms')
      const found = sum(listOf(values).map((value) => this.term(name, textOf(value, 'terms'), 1)))
      return new Map([...found.keys()].map((id) => [id, 1]))
    },
    exists: (params) => {
      only(params, ['field'], 'exists')
      this.leaf()
      return new Map(this.searchable.having(textOf(params['field'], 'exists')).map((id) => [id, 1]))
    },
    prefix: (params) => {
      const [name, given] = single(params, 'prefix')
      const { value, boost, _name, ...rest } = objectOf(given, 'prefix')
      only(rest, [], 'prefix')
      const start = textOf(value, 'prefix')
      this.leaf()
      this.field(name)
      const found: Found = new Map()
      for (const term of this.searchable.termsOf(name))
        if (term.startsWith(start))
          for (const id of this.searchable.holders(name, term).keys())
            found.set(id, numberOf(boost, 1, 'boost'))
      return this.told(found, _name)
    },
    match: (params) => {
      const [name, given] = single(params, 'match')
      const { query, boost, ...rest } = objectOf(given, 'match')
      only(rest, [], 'match')
      return times(this.match(name, textOf(query, 'match')), numberOf(boost, 1, 'boost'))
    },
    multi_match: (params) => {
      const { query, type, fields, boost, ...rest } = params
      only(rest, [], 'multi_match')
      const text = textOf(query, 'multi_match')
      const each = listOf(fields).map((field) => {
        const [name, factor] = readBoosted(field)
        const found = type === 'phrase' ? this.phrase(name, text) : this.match(name, text)
        return times(found, factor * numberOf(boost, 1, 'boost'))
      })
      if (type === 'most_fields') return sum(each)
      if (type !== 'phrase') throw unknown(`multi_match of type ${String(type)}`)
      const best: Found = new Map()
      for (const found of each)
        for (const [id, score] of found) best.set(id, Math.max(score, best.get(id) ?? 0))
      return best
    },
    more_like_this: (params) => this.moreLikeThis(params),
  }

  private told(found: Found, name: unknown): Found {
    if (name !== undefined) this.named.set(textOf(name, '_name'), new Set(found.keys()))
    return found
  }

  private leaf(): void {
    this.clauses += 1
    if (this.clauses > MOST_CLAUSES)
      throw new Refusal(
        400,
        'search_phase_execution_exception',
        `Query contains too many nested clauses; maxClauseCount is set to ${MOST_CLAUSES}`,
      )
  }

  /** @throws Refusal for a field that cannot be searched; unknown fields hold nothing. */
  private field(name: string): Field | undefined {
    const field = this.mapping.fields.get(name)
    if (field?.indexed === false)
      throw new Refusal(
        400,
        'search_phase_execution_exception',
        `Cannot search on field [${name}] since it is not indexed.`,
      )
    return field
  }

  private bool(params: Fields): Found {
    only(params, ['filter', 'must_not', 'should', 'minimum_should_match'], 'bool')
    const filters = listOf(params['filter']).map((query) => this.run(query))
    const nots = listOf(params['must_not']).map((query) => this.run(query))
    const should = listOf(params['should']).map((query) => this.run(query))
    const least = numberOf(
      params['minimum_should_match'],
      filters.length === 0 && should.length > 0 ? 1 : 0,
      'minimum_should_match',
    )
    const scores = sum(should)
    const matching = new Map<string, number>()
    for (const found of should) for (const id of found.keys()) add(matching, id, 1)
    const all: Found = new Map()
    for (const id of filters[0]?.keys() ?? this.searchable.documents.keys())
      if (
        filters.every((found) => found.has(id)) &&
        !nots.some((found) => found.has(id)) &&
        (matching.get(id) ?? 0) >= least
      )
        all.set(id, scores.get(id) ?? 0)
    return all
  }

  private term(name: string, term: string, boost: number): Found {
    this.leaf()
    this.field(name)
    const holders = this.searchable.holders(name, term)
    return new Map(
      [...holders].map(([id, { positions }]) => [
        id,
        boost * this.searchable.score(name, id, positions.length, holders.size),
      ]),
    )
  }

  private match(name: string, text: string): Found {
    const terms = this.field(name)?.searching(text) ?? []
    return sum(terms.map(({ term }) => this.term(name, term, 1)))
  }

  private phrase(name: string, text: string): Found {
    const [first, ...rest] = this.field(name)?.searching(text) ?? []
    const found: Found = new Map()
    if (first === undefined) return found
    this.leaf()
    const parts = rest.map(({ term, position }) => {
      this.leaf()
      return { holders: this.searchable.holders(name, term), behind: position - first.position }
    })
    const holders = this.searchable.holders(name, first.term)
    for (const [id, { positions }] of holders) {
      const often = positions.filter((start) =>
        parts.every((part) => part.holders.get(id)?.positions.includes(start + part.behind) === true),
      ).length
      if (often > 0)
        found.set(
          id,
          [holders, ...parts.map((part) => part.holders)].reduce(
            (total, one) => total + this.searchable.score(name, id, often, one.size),
            0,
          ),
        )
    }
    return found
  }

  /** The terms of the text that say most in the fields, by tf·idf, as a query of their own. */
  private moreLikeThis(params: Fields): Found {
    const known = [
      'fields',
      'like',
      'min_term_freq',
      'min_doc_freq',
      'max_query_terms',
      'minimum_should_match',
    ]
    only(params, known, 'more_like_this')
    if (
      params['min_term_freq'] !== 1 ||
      params['min_doc_freq'] !== 1 ||
      params['minimum_should_match'] !== '1'
    )
      throw unknown('a more_like_this that asks for more than one')
    const names = listOf(params['fields']).map((name) => textOf(name, 'fields'))
    const best = new Map<string, { name: string; weight: number }>()
    for (const name of names) {
      const counts = new Map<string, number>()
      for (const { term } of this.field(name)?.searching(textOf(params['like'], 'like')) ?? [])
        counts.set(term, (counts.get(term) ?? 0) + 1)
      const all = this.searchable.documents.size
      for (const [term, count] of counts) {
        const holders = this.searchable.holders(name, term).size
        const weight = count * Math.log(1 + all / (holders + 1))
        if (holders > 0 && weight > (best.get(term)?.weight ?? 0)) best.set(term, { name, weight })
      }
    }
    const chosen = [...best]
      .sort((a, b) => b[1].weight - a[1].weight)
      .slice(0, numberOf(params['max_query_terms'], 25, 'max_query_terms'))
    return sum(chosen.map(([term, { name }]) => this.term(name, term, 1)))
  }
}
