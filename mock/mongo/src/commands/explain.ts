import { compilePipeline } from '../aggregate/pipeline'
import { firstField, type Doc } from '../bson/value'
import { fail, notSupported } from '../errors'
import { lengthOf } from '../iterate'
import { parseSort } from '../query/sort'
import type { Plan } from '../store/planner'
import { isInOrder, runQuery, type Query } from '../store/scan'
import { aggregate } from './aggregate'
import { Arguments } from './arguments'
import { namespaceIn, ok, type Command } from './command'
import { count } from './count'
import { deleteCommand } from './delete'
import { distinct } from './distinct'
import { find, findQuery } from './find'
import { findAndModify } from './findAndModify'
import { update } from './update'

/** Tells how a query would be run: which index, and how many keys and documents it looks at. Nothing changes. */
export const explain: Command = {
  fields: ['explain', 'verbosity'],
  run: (context) => {
    const explained = context.args.doc('explain')
    const name = firstField(explained) ?? ''
    const args = new Arguments(name, explained)
    const query = queryOf(name, args)
    const namespace = namespaceIn({ ...context, args }, name)
    const view = context.view()
    const collection = view.catalogue.get(namespace)
    if (!collection)
      return ok({ queryPlanner: { namespace, winningPlan: { stage: 'EOF' }, rejectedPlans: [] } })
    const counters = { keysExamined: 0, docsExamined: 0 }
    const { plan, rows } = runQuery(view, collection, query, counters)
    const nReturned = lengthOf(rows)
    return ok({
      queryPlanner: { namespace, winningPlan: describePlan(plan, query), rejectedPlans: [] },
      executionStats: {
        executionSuccess: true,
        nReturned,
        totalKeysExamined: counters.keysExamined,
        totalDocsExamined: counters.docsExamined,
      },
    })
  },
}

const EXPLAINED: ReadonlyMap<string, Command> = new Map<string, Command>(
  Object.entries({ find, aggregate, count, distinct, findAndModify, update, delete: deleteCommand }),
)

/** The query inside a command; the command's other arguments are checked but do not matter. */
function queryOf(name: string, args: Arguments): Query {
  args.allowOnly((EXPLAINED.get(name) ?? notSupported(`explain of the command "${name}"`)).fields)
  switch (name) {
    case 'find':
      return findQuery(args)
    case 'aggregate':
      return { ...compilePipeline(args.docs('pipeline')).query, hint: args.value('hint') }
    case 'update':
      return statementQuery(args.docs('updates'))
    case 'delete':
      return statementQuery(args.docs('deletes'))
    default:
      return { filter: args.doc('query'), sort: parseSort(args.doc('sort')), hint: args.value('hint') }
  }
}

function statementQuery([statement, ...others]: readonly Doc[]): Query {
  if (!statement || others.length > 0) return fail('BadValue', 'explain takes exactly one statement')
  const args = new Arguments('explain', statement)
  return { filter: args.doc('q'), hint: args.value('hint') }
}

function describePlan(plan: Plan, { sort = [] }: Query): Record<string, unknown> {
  const access = describeAccess(plan)
  if (sort.length === 0 || isInOrder(plan)) return access
  const sortPattern = Object.fromEntries(sort.map(({ name, direction }) => [name, direction]))
  return { stage: 'SORT', sortPattern, inputStage: access }
}

function describeAccess(plan: Plan): Record<string, unknown> {
  switch (plan.kind) {
    case 'document':
      return { stage: 'IDHACK' }
    case 'collection':
      return { stage: 'COLLSCAN', direction: plan.reverse ? 'backward' : 'forward' }
    case 'indexes': {
      const scans = plan.scans.map(({ index, ranges }) => ({
        stage: 'IXSCAN',
        indexName: index.name,
        keyPattern: index.key,
        isMultiKey: index.multikey,
        isUnique: index.unique,
        isSparse: index.sparse,
        isPartial: index.partialFilter !== undefined,
        direction: plan.reverse ? 'backward' : 'forward',
        ranges: ranges.length,
      }))
      return {
        stage: 'FETCH',
        inputStage: scans.length === 1 ? scans[0] : { stage: 'OR', inputStages: scans },
      }
    }
  }
}
