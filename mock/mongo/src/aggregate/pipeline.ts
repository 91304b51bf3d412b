import { Int32 } from 'bson'
import { wholeNumber } from '../bson/numbers'
import { firstField, isDoc, isNumber, type Doc, type Value } from '../bson/value'
import { fail, notSupported } from '../errors'
import { filtered, lengthOf, window } from '../iterate'
import { compileFilter } from '../query/match'
import { StageMemory } from '../query/memory'
import { createSorter, parseSort, sortBy, type SortField } from '../query/sort'
import type { Query } from '../store/scan'
import { compileGroup } from './group'
import { ComputedItem, type Item } from './item'
import { compileProjectStage } from './projectStage'
import { compileUnwind } from './unwind'

/** A stage turns a stream of documents into another one. */
export type Stage = (items: Iterable<Item>) => Iterable<Item>

export interface Pipeline {
  /** What the first stages ask for, which indexes can answer. */
  readonly query: Query
  readonly stages: readonly Stage[]
}

interface StageSpec {
  readonly name: string
  readonly spec: Value
}

/** Compiles a pipeline; leading `$match`, `$sort`, `$skip` and `$limit` become the query it reads from. */
export function compilePipeline(pipeline: readonly Doc[]): Pipeline {
  const specs = pipeline.map(parseStage)
  const filters: Doc[] = []
  for (; specs[0]?.name === '$match'; specs.shift()) filters.push(docIn(specs[0]))
  const sort = specs[0]?.name === '$sort' ? sortIn(specs.shift()) : []
  const skip = specs[0]?.name === '$skip' ? countIn(specs.shift(), 0) : 0
  const limit = specs[0]?.name === '$limit' ? countIn(specs.shift(), 1) : 0
  const [only = {}] = filters
  const filter: Doc = filters.length > 1 ? { $and: filters } : only
  return { query: { filter, sort, skip, limit }, stages: specs.map(compileStage) }
}

function parseStage(stage: Doc): StageSpec {
  const name = firstField(stage)
  if (name === undefined || Object.keys(stage).length !== 1)
    return fail('Location40324', 'A pipeline stage specification object must contain exactly one field.')
  return { name, spec: stage[name] }
}

function compileStage(stage: StageSpec): Stage {
  switch (stage.name) {
    case '$match': {
      const matches = compileFilter(docIn(stage))
      return (items) => filtered(items, ({ doc }) => matches(doc))
    }
    case '$group':
      return compileGroup(stage.spec)
    case '$sort':
      return sortStage(sortIn(stage))
    case '$skip': {
      const count = countIn(stage, 0)
      return (items) => window(items, count, 0)
    }
    case '$limit': {
      const count = countIn(stage, 1)
      return (items) => window(items, 0, count)
    }
    case '$project':
      return compileProjectStage(stage.spec)
    case '$count':
      return countStage(stage.spec)
    case '$unwind':
      return compileUnwind(stage.spec)
    default:
      return notSupported(`the pipeline stage ${stage.name}`)
  }
}

function docIn(stage: StageSpec): Doc {
  return isDoc(stage.spec)
    ? stage.spec
    : fail('BadValue', `the ${stage.name} specification must be an object`)
}

function sortIn(stage: StageSpec | undefined): SortField[] {
  const fields = stage ? parseSort(docIn(stage)) : []
  return fields.length > 0 ? fields : fail('BadValue', '$sort stage must have at least one sort key')
}

function countIn(stage: StageSpec | undefined, least: number): number {
  const { name = '', spec = null } = stage ?? {}
  const count = isNumber(spec) ? wholeNumber(spec, name) : NaN
  return count >= least
    ? count
    : fail('Location15958', `the argument of ${name} must be a number of at least ${String(least)}`)
}

function sortStage(fields: readonly SortField[]): Stage {
  const sorter = createSorter(fields)
  return (items) => {
    const memory = new StageMemory('Sort')
    const sorted: Item[] = []
    for (const item of items) {
      memory.add(item.raw.length)
      sorted.push(item)
    }
    sortBy(sorted, ({ doc }) => sorter.keyOf(doc), sorter)
    return sorted
  }
}

/** No documents give no result at all, rather than 0. */
function countStage(name: Value): Stage {
  if (typeof name !== 'string' || name === '' || /[$.]/.test(name))
    return fail('BadValue', '$count needs a field name without "$" and "."')
  return function* (items) {
    const count = lengthOf(items)
    if (count > 0) yield new ComputedItem({ [name]: new Int32(count) })
  }
}
