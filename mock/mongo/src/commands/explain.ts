import { compilePipeline } from '../aggregate/pipeline'
import { firstField } from '../bson/value'
import { fail, notSupported } from '../errors'
import { isInOrder, planFor, runQuery, type Query } from '../store/scan'
import type { Plan } from '../store/planner'
import { Arguments } from './arguments'
import { namespaceIn, ok, type Command } from './command'
import { findQuery } from './find'

/** Tells how a query would be run: which index, and how many keys and documents it looks at. */
export const explain: Command = {
  fields: ['explain', 'verbosity'],
  run: (context) => {
    const explained = context.args.doc('explain')
    const name = firstField(explained) ?? ''
    const args = new Arguments(name, explained)
    const namespace = namespaceIn({ ...context, args }, name)
    const query = queryOf(name, args)
    const view = context.environment.view()
    const collection = view.catalogue.get(namespace)
    if (!collection)
      return ok({ queryPlanner: { namespace, winningPlan: { stage: 'EOF' }, rejectedPlans: [] } })
    const winningPlan = describePlan(planFor(collection, query), query)
    const counters = { keysExamined: 0, docsExamined: 0 }
    let nReturned = 0
    for (const row of runQuery(view, collection, query, counters)) if (row) nReturned++
    return ok({
      queryPlanner: { namespace, winningPlan, rejectedPlans: [] },
      executionStats: {
        executionSuccess: true,
        nReturned,
        totalKeysExamined: counters.keysExamined,
        totalDocsExamined: counters.docsExamined,
      },
    })
  },
}

function queryOf(name: string, args: Arguments): Query {
  switch (name) {
    case 'find':
      return findQuery(args)
    case 'aggregate':
      return { ...compilePipeline(args.docs('pipeline')).query, hint: args.value('hint') }
    case 'count':
    case 'distinct':
      return { filter: args.doc('query'), hint: args.value('hint') }
    case 'findAndModify':
      return { filter: args.doc('query'), hint: args.value('hint') }
    case 'update':
    case 'delete': {
      const [statement, ...others] = args.docs(name === 'update' ? 'updates' : 'deletes')
      if (!statement || others.length > 0)
        return fail('BadValue', `explain takes exactly one statement of ${name}`)
      const each = new Arguments(name, statement)
      return { filter: each.doc('q'), hint: each.value('hint') }
    }
    default:
      return notSupported(`explain of the command "${name}"`)
  }
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
