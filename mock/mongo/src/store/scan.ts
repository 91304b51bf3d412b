import { decode } from '../bson/codec'
import { afterPrefix } from '../bson/encode'
import type { Doc } from '../bson/value'
import { window } from '../iterate'
import { compileFilter, type Predicate } from '../query/match'
import { StageMemory } from '../query/memory'
import { createSorter, type SortField, type SortKey } from '../query/sort'
import { isIdIndex, type Collection } from './collection'
import { idKeyOf, join } from './keys'
import { planQuery, type IndexScan, type Plan, type PlanRequest } from './planner'
import type { ReadView } from './transaction'

/** A stored document, decoded only when somebody looks inside. */
export class Row {
  private decoded: Doc | undefined

  constructor(
    /** The document's key in LMDB. */
    readonly key: Buffer,
    readonly raw: Buffer,
  ) {}

  get doc(): Doc {
    return (this.decoded ??= decode(this.raw))
  }
}

export interface Query {
  readonly filter: Doc
  readonly sort?: readonly SortField[]
  readonly skip?: number
  /** 0 is no limit. */
  readonly limit?: number
  readonly hint?: PlanRequest['hint']
}

/** What a scan did, for `explain`. */
export interface ScanCounters {
  keysExamined: number
  docsExamined: number
}

export interface QueryRun {
  readonly plan: Plan
  readonly rows: Iterable<Row>
}

/**
 * Runs a query; a collection that does not exist has no rows. An invalid filter is refused at once, the scan
 * itself happens as rows are taken.
 */
export function runQuery(
  view: ReadView,
  collection: Collection | undefined,
  query: Query,
  counters: ScanCounters = { keysExamined: 0, docsExamined: 0 },
): QueryRun {
  const { filter, sort = [], skip = 0, limit = 0, hint } = query
  const matches = compileFilter(filter)
  if (!collection) return { plan: { kind: 'collection', reverse: false }, rows: [] }
  const plan = planQuery(collection, { filter, sort, hasLimit: limit > 0, hint })
  const matching = matchingRows(view, collection, plan, filter, matches, counters)
  const ordered =
    sort.length === 0 || isInOrder(plan)
      ? matching
      : sorted(matching, sort, limit > 0 ? skip + limit : undefined)
  return { plan, rows: window(ordered, skip, limit) }
}

export const isInOrder = (plan: Plan): boolean =>
  plan.kind === 'document' || (plan.kind === 'indexes' && plan.sorted)

function* matchingRows(
  view: ReadView,
  collection: Collection,
  plan: Plan,
  filter: Doc,
  matches: Predicate,
  counters: ScanCounters,
): Iterable<Row> {
  const fields = Object.keys(filter).length
  const isCertain = fields === 0 || (plan.kind === 'document' && fields === 1)
  for (const row of candidates(view, collection, plan, counters)) {
    counters.docsExamined++
    if (isCertain || matches(row.doc)) yield row
  }
}

function candidates(
  view: ReadView,
  collection: Collection,
  plan: Plan,
  counters: ScanCounters,
): Iterable<Row> {
  switch (plan.kind) {
    case 'document':
      return documentById(view, join(collection.prefix, idKeyOf(plan.id)), counters)
    case 'collection':
      return wholeCollection(view, collection, plan.reverse)
    case 'indexes': {
      const rows = indexedRows(view, collection, plan, counters)
      return plan.dedupe ? distinct(rows) : rows
    }
  }
}

function* documentById(view: ReadView, key: Buffer, counters: ScanCounters): Iterable<Row> {
  const raw = view.get(key)
  counters.keysExamined++
  if (raw) yield new Row(key, raw)
}

function* wholeCollection(view: ReadView, { prefix }: Collection, reverse: boolean): Iterable<Row> {
  for (const { key, value } of view.range(prefix, afterPrefix(prefix), reverse)) yield new Row(key, value)
}

function* indexedRows(
  view: ReadView,
  collection: Collection,
  plan: Plan & { kind: 'indexes' },
  counters: ScanCounters,
): Iterable<Row> {
  for (const scan of plan.scans)
    for (const row of scannedRows(view, collection, scan, plan.reverse)) {
      counters.keysExamined++
      yield row
    }
}

function* scannedRows(
  view: ReadView,
  collection: Collection,
  scan: IndexScan,
  reverse: boolean,
): Iterable<Row> {
  const ownEntries = !isIdIndex(scan.index)
  const prefix = ownEntries ? scan.index.prefix : collection.prefix
  for (const { from, to } of scan.ranges)
    for (const { key, value } of view.range(join(prefix, from), join(prefix, to), reverse)) {
      if (!ownEntries) {
        yield new Row(key, value)
        continue
      }
      const documentKey = join(collection.prefix, value)
      const raw = view.get(documentKey)
      // A cursor that lives on can meet an entry whose document has gone in the meantime.
      if (raw) yield new Row(documentKey, raw)
    }
}

function* distinct(rows: Iterable<Row>): Iterable<Row> {
  const seen = new Set<string>()
  const memory = new StageMemory('Or')
  for (const row of rows) {
    const id = row.key.toString('latin1')
    if (seen.has(id)) continue
    seen.add(id)
    memory.add(row.key.length)
    yield row
  }
}

const SORT_SLACK = 1000

/** Sorts all rows; where only the first `wanted` count, it never keeps many more than these. */
function* sorted(rows: Iterable<Row>, sort: readonly SortField[], wanted: number | undefined): Iterable<Row> {
  const sorter = createSorter(sort)
  const memory = new StageMemory('Sort')
  const kept: { row: Row; key: SortKey }[] = []
  const order = () => kept.sort((a, b) => sorter.compare(a.key, b.key))
  for (const row of rows) {
    memory.add(row.raw.length)
    // The key holds what it needs; the rest of the decoded document need not stay.
    kept.push({ row: new Row(row.key, row.raw), key: sorter.keyOf(row.doc) })
    if (wanted !== undefined && kept.length >= wanted * 2 + SORT_SLACK) {
      order()
      for (const { row: dropped } of kept.splice(wanted)) memory.remove(dropped.raw.length)
    }
  }
  order()
  for (const { row } of kept) yield row
}
