/** `_search`: query, order, pages, aggregations, and the answer in the engine's shape. */
import { Evaluation } from './evaluate'
import type { Mapping } from './mapping'
import { type Fields, listOf, numberOf, objectOf, only, Refusal, single, textOf, unknown } from './refusal'
import type { Searchable } from './searchable'

/** `index.max_result_window` */
const MOST_HITS = 10_000

const KNOWN = ['size', 'track_total_hits', '_source', 'query', 'aggs', 'sort', 'search_after']

export const SHARDS = { total: 1, successful: 1, skipped: 0, failed: 0 }

const pick = (document: Fields, wanted: unknown): Fields =>
  wanted === undefined
    ? document
    : Object.fromEntries(Object.entries(document).filter(([name]) => listOf(wanted).includes(name)))

/** @throws Refusal for what cannot be sorted or counted by. */
const withDocValues = (mapping: Mapping, name: string): string => {
  if (mapping.fields.get(name)?.docValues !== true)
    throw new Refusal(
      400,
      'search_phase_execution_exception',
      `Can't load fielddata on [${name}] because fielddata is unsupported on fields without doc values`,
    )
  return name
}

const valueOf = (document: Fields | undefined, name: string): string => {
  const first: unknown = listOf(document?.[name])[0]
  return typeof first === 'string' ? first : ''
}

const aggregate = (given: Fields, ids: readonly string[], mapping: Mapping, searchable: Searchable): Fields =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]): [string, unknown] => {
      const { aggs = {}, ...rest } = objectOf(value, name)
      const [kind, params] = single(rest, `the aggregation ${name}`)
      const within = (inner: readonly string[]) => ({
        doc_count: inner.length,
        ...aggregate(objectOf(aggs, 'aggs'), inner, mapping, searchable),
      })
      const matching = (query: unknown): string[] => {
        const found = new Evaluation(mapping, searchable).run(query)
        return ids.filter((id) => found.has(id))
      }
      if (kind === 'global') return [name, within([...searchable.documents.keys()])]
      if (kind === 'filter') return [name, within(matching(params))]
      if (kind === 'filters') {
        const { filters, ...more } = objectOf(params, 'filters')
        only(more, [], 'filters')
        const buckets = Object.entries(objectOf(filters, 'filters')).map(
          ([key, query]) => [key, within(matching(query))] as const,
        )
        return [name, { buckets: Object.fromEntries(buckets) }]
      }
      if (kind === 'terms') {
        const { field, size, ...more } = objectOf(params, 'terms')
        only(more, [], 'terms')
        const by = withDocValues(mapping, textOf(field, 'field'))
        const counts = new Map<string, number>()
        for (const id of ids)
          for (const key of new Set(listOf(searchable.documents.get(id)?.[by])))
            counts.set(String(key), (counts.get(String(key)) ?? 0) + 1)
        const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        const shown = sorted.slice(0, numberOf(size, 10, 'size'))
        const shownCount = shown.reduce((total, [, count]) => total + count, 0)
        return [
          name,
          {
            doc_count_error_upper_bound: 0,
            sum_other_doc_count: sorted.reduce((total, [, count]) => total + count, 0) - shownCount,
            buckets: shown.map(([key, count]) => ({ key, doc_count: count })),
          },
        ]
      }
      throw unknown(`the aggregation [${kind}]`)
    }),
  )

export const search = (index: string, mapping: Mapping, searchable: Searchable, body: Fields): Fields => {
  only(body, KNOWN, 'the search')
  const size = numberOf(body['size'], 10, 'size')
  if (size > MOST_HITS)
    throw new Refusal(
      400,
      'search_phase_execution_exception',
      `Result window is too large, from + size must be less than or equal to: [${MOST_HITS}] but was [${size}]`,
    )
  const evaluation = new Evaluation(mapping, searchable)
  const found = evaluation.run(body['query'] ?? { match_all: {} })
  const by = listOf(body['sort']).map((one) => {
    const [name, order] = single(objectOf(one, 'sort'), 'sort')
    if (order !== 'asc') throw unknown('an order that is not asc')
    return withDocValues(mapping, name)
  })
  const [sortedBy, second] = by
  if (second !== undefined) throw unknown('a second order')
  const keyOf = (id: string): string => valueOf(searchable.documents.get(id), sortedBy ?? '')
  const [after] = listOf(body['search_after'])
  const ordered =
    sortedBy === undefined
      ? [...found].sort((a, b) => b[1] - a[1])
      : [...found]
          .filter(([id]) => after === undefined || keyOf(id) > textOf(after, 'search_after'))
          .sort((a, b) => (keyOf(a[0]) < keyOf(b[0]) ? -1 : 1))
  const hits = ordered.slice(0, size).map(([id, score]) => {
    const names = [...evaluation.named].flatMap(([name, ids]) => (ids.has(id) ? name : []))
    return {
      _index: index,
      _id: id,
      _score: sortedBy === undefined ? score : null,
      _source: pick(searchable.documents.get(id) ?? {}, body['_source']),
      ...(names.length === 0 ? {} : { matched_queries: names }),
      ...(sortedBy === undefined ? {} : { sort: [keyOf(id)] }),
    }
  })
  return {
    took: 1,
    timed_out: false,
    _shards: SHARDS,
    hits: {
      ...(body['track_total_hits'] === false ? {} : { total: { value: found.size, relation: 'eq' } }),
      max_score: sortedBy === undefined ? (ordered[0]?.[1] ?? null) : null,
      hits,
    },
    ...(body['aggs'] === undefined
      ? {}
      : {
          aggregations: aggregate(objectOf(body['aggs'], 'aggs'), [...found.keys()], mapping, searchable),
        }),
  }
}
