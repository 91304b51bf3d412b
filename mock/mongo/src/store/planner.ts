import { encodeCompoundKey, afterPrefix, MAX_KEY_BYTES } from '../bson/encode'
import { equal } from '../bson/compare'
import { toDouble } from '../bson/numbers'
import { isDoc, isNumber, isOperatorExpression, isRegex, type Doc, type Value } from '../bson/value'
import { fail } from '../errors'
import type { SortField } from '../query/sort'
import { equalityValues, MAX_BOUND_BYTES, rangeOf, type KeyRange } from './bounds'
import type { Collection, Index } from './collection'
import { conditionsOf, type Condition, type Conditions } from './conditions'
import { holdsAllMatches } from './implication'

export interface IndexScan {
  readonly index: Index
  readonly ranges: readonly KeyRange[]
}

/** How to find candidates; the filter is always checked again on each of them. */
export type Plan =
  | { readonly kind: 'document'; readonly id: Value }
  | { readonly kind: 'collection'; readonly reverse: boolean }
  | {
      readonly kind: 'indexes'
      readonly scans: readonly IndexScan[]
      /** The candidates come in the order that the query asked for. */
      readonly sorted: boolean
      readonly reverse: boolean
      /** A document can turn up several times. */
      readonly dedupe: boolean
    }

export interface PlanRequest {
  readonly filter: Doc
  readonly sort: readonly SortField[]
  readonly hasLimit: boolean
  /** An index by name or by key pattern, or `{ $natural: ±1 }`. */
  readonly hint?: Value
}

type IndexPlan = Plan & { kind: 'indexes' }

interface Candidate {
  readonly plan: IndexPlan
  readonly score: number
}

/**
 * Chooses how to run a query: an `_id` is looked up; otherwise the index with the longest prefix of
 * equalities, then a range, then the sort; otherwise a union of indexes for the branches of `$or`; otherwise
 * the whole collection.
 */
export function planQuery(collection: Collection, request: PlanRequest): Plan {
  const natural = isDoc(request.hint) ? request.hint.$natural : undefined
  if (isNumber(natural)) return { kind: 'collection', reverse: toDouble(natural) < 0 }
  const id = idEquality(request.filter)
  if (id !== undefined && request.hint === undefined) return { kind: 'document', id }
  const conditions = conditionsOf(request.filter)
  const best = bestIndex(usableIndexes(collection, request.hint), request, conditions)
  if (best && (best.score >= SCORE.range || request.hint !== undefined)) return best.plan
  return unionOfBranches(collection, conditions) ?? best?.plan ?? { kind: 'collection', reverse: false }
}

/** The `_id` that the filter asks for by plain equality. */
function idEquality({ _id: condition }: Doc): Value {
  if (condition === null || Array.isArray(condition) || isRegex(condition)) return undefined
  if (!isOperatorExpression(condition)) return condition
  const { $eq, ...others } = condition
  return Object.keys(others).length > 0 || $eq === null || Array.isArray($eq) || isRegex($eq)
    ? undefined
    : $eq
}

function usableIndexes(collection: Collection, hint: Value): readonly Index[] {
  if (hint === undefined || (isDoc(hint) && Object.keys(hint).length === 0)) return collection.indexes
  const hinted = collection.indexes.filter(({ name, key }) =>
    isDoc(hint) ? equal(key, hint) : name === hint,
  )
  return hinted.length > 0
    ? hinted
    : fail('BadValue', 'hint provided does not correspond to an existing index')
}

/** An equality outweighs a range, a range outweighs a sort; a fully given unique key outweighs all. */
const SCORE = { uniqueKey: 1000, equality: 100, range: 40, sort: 20, sortWithLimit: 35 } as const

function bestIndex(
  indexes: readonly Index[],
  request: PlanRequest,
  conditions: Conditions,
): Candidate | undefined {
  let best: Candidate | undefined
  for (const index of indexes) {
    if (!holdsAllMatches(index, conditions)) continue
    const candidate = indexPlan(index, request, conditions)
    if (candidate && (!best || candidate.score > best.score)) best = candidate
  }
  return best
}

function indexPlan(index: Index, request: PlanRequest, conditions: Conditions): Candidate | undefined {
  const { prefixes, equalities } = equalityPrefixes(index, conditions)
  const next = index.fields[equalities]
  const range =
    next && canBound(index, equalities)
      ? rangeOf(conditions.byPath.get(next.name) ?? [], next.direction, index.multikey)
      : undefined
  const order = prefixes.length === 1 ? sortOrder(index, request.sort, equalities) : undefined
  const score =
    equalities * SCORE.equality +
    (range ? SCORE.range : 0) +
    (order ? (request.hasLimit ? SCORE.sortWithLimit : SCORE.sort) : 0) +
    (index.unique && equalities === index.fields.length ? SCORE.uniqueKey : 0)
  if (score === 0 && request.hint === undefined) return undefined
  const ranges = prefixes.map((prefix) => withRange(prefix, range))
  const reverse = order === -1
  return {
    score,
    plan: {
      kind: 'indexes',
      scans: [{ index, ranges }],
      sorted: order !== undefined,
      reverse,
      dedupe: index.multikey,
    },
  }
}

const MAX_PREFIXES = 10_000

/**
 * The key prefixes for the leading fields with equalities; `$in` multiplies them. Stops where bounds would
 * become too long or too many.
 */
function equalityPrefixes(index: Index, conditions: Conditions): { prefixes: Buffer[]; equalities: number } {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let equalities = 0
  for (const field of index.fields) {
    const values = equalityValues(conditions.byPath.get(field.name) ?? [])
    if (!values || prefixes.length * values.length > MAX_PREFIXES || !canBound(index, equalities)) break
    const keys = distinctKeys(values, field.direction)
    const extended = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])))
    if (extended.some(({ length }) => length > MAX_BOUND_BYTES)) break
    prefixes = extended
    equalities++
  }
  return { prefixes, equalities }
}

/**
 * Two fields inside one array are indexed element by element, but different elements may satisfy the two
 * conditions of a query: then only the first of the fields can narrow the scan.
 */
function canBound({ multikey, fields }: Index, position: number): boolean {
  const root = fields[position]?.path[0]
  return !multikey || !fields.slice(0, position).some(({ path }) => path[0] === root)
}

function distinctKeys(values: readonly Value[], direction: 1 | -1): Buffer[] {
  const keys = values
    .map((value) => encodeCompoundKey([value], [direction]))
    .sort((a, b) => Buffer.compare(a, b))
  return keys.filter((key, position) => position === 0 || !keys[position - 1]?.equals(key))
}

const EVERYTHING: KeyRange = { from: Buffer.alloc(0), to: Buffer.alloc(MAX_KEY_BYTES, 0xff) }

function withRange(prefix: Buffer, range: KeyRange | undefined): KeyRange {
  if (range) return { from: Buffer.concat([prefix, range.from]), to: Buffer.concat([prefix, range.to]) }
  return prefix.length === 0 ? EVERYTHING : { from: prefix, to: afterPrefix(prefix) }
}

/**
 * Whether the entries after the equality prefix come in the requested order: 1 forward, −1 backward,
 * undefined not at all.
 */
function sortOrder(index: Index, sort: readonly SortField[], equalities: number): 1 | -1 | undefined {
  if (sort.length === 0 || index.multikey || index.truncated) return undefined
  const fixed = new Set(index.fields.slice(0, equalities).map(({ name }) => name))
  const remaining = index.fields.slice(equalities)
  let order: 1 | -1 | undefined
  for (const { name, direction } of sort) {
    if (fixed.has(name)) continue
    const field = remaining.shift() ?? idSuffix(index, name)
    if (field?.name !== name) return undefined
    const wanted = direction === field.direction ? 1 : -1
    if (order !== undefined && order !== wanted) return undefined
    order = wanted
    // After the _id nothing is left to order by.
    if (name === '_id') break
  }
  return order ?? 1
}

/** Entries of a non-unique index end in the document's `_id`, ascending. */
const idSuffix = (index: Index, name: string): { name: string; direction: 1 } | undefined =>
  name === '_id' && !index.unique ? { name, direction: 1 } : undefined

/** If every branch of some `$or` has an index with real bounds, the union of their candidates. */
function unionOfBranches(
  collection: Collection,
  { alternatives, byPath }: Conditions,
): IndexPlan | undefined {
  for (const branches of alternatives) {
    const plans = branches.map((branch) => branchPlan(collection, branch, byPath))
    if (plans.length > 0 && plans.every((plan) => plan !== undefined))
      return {
        kind: 'indexes',
        scans: plans.flatMap(({ scans }) => scans),
        sorted: false,
        reverse: false,
        dedupe: true,
      }
  }
  return undefined
}

/** A branch may also lean on what holds outside the `$or`. */
function branchPlan(
  collection: Collection,
  branch: Doc,
  outer: ReadonlyMap<string, readonly Condition[]>,
): IndexPlan | undefined {
  const inner = conditionsOf(branch)
  const byPath = new Map(outer)
  for (const [path, conditions] of inner.byPath) byPath.set(path, [...conditions, ...(outer.get(path) ?? [])])
  const request: PlanRequest = { filter: branch, sort: [], hasLimit: false }
  const best = bestIndex(collection.indexes, request, { byPath, alternatives: [] })
  return best && best.score >= SCORE.range ? best.plan : undefined
}

/** The names of the indexes that a plan reads. */
export const indexesOf = (plan: Plan): readonly Index[] =>
  plan.kind === 'indexes' ? plan.scans.map(({ index }) => index) : []
