import type Koa from 'koa'
import type { Context } from 'koa'
import { bodyOf, query } from '../../support/ask'
import { mockApp, type MockApp } from '../../support/mockApp'
import { bulk } from './bulk'
import { checkName } from './mapping'
import { MockIndex } from './mockIndex'
import {
  type Fields,
  listOf,
  missingIndex,
  objectOf,
  only,
  Refusal,
  single,
  textOf,
  unknown,
} from './refusal'

export interface OpensearchSettings {
  /** Empty: anybody may ask. */
  user: string
  password: string
}

/** Items of bulk requests that are refused, instead of being written. */
export interface ItemFault {
  status: 400 | 409 | 429
  times: number
  /** Only the document of this id. */
  id?: string
}

const ITEM_ERRORS: Readonly<Record<ItemFault['status'], string>> = {
  400: 'mapper_parsing_exception',
  409: 'version_conflict_engine_exception',
  429: 'rejected_execution_exception',
}

export interface OpensearchMock extends Pick<MockApp, 'faults' | 'calls'> {
  app: Koa
  indexes: Map<string, MockIndex>
  /** Index or alias → the index. */
  find: (target: string) => MockIndex | undefined
  /** How many documents were really written or deleted. */
  writes: () => number
  /** The bodies of the searches so far, the newest last. */
  searches: Fields[]
  strikeItems: (fault: ItemFault | undefined) => void
}

/** A small search engine: of OpenSearch's REST interface what the portal uses, and nothing else. */
export const createOpensearch = ({ user, password }: OpensearchSettings): OpensearchMock => {
  const indexes = new Map<string, MockIndex>()
  /** Alias → index. */
  const aliases = new Map<string, string>()
  const searches: Fields[] = []
  let itemFault: ItemFault | undefined
  let written = 0

  const refuse = (ctx: Context, refusal: Refusal): void => {
    ctx.status = refusal.status
    ctx.body = refusal.body
  }
  const { app, router, faults, calls } = mockApp({
    answerFault: (ctx, fault) => {
      const status = fault.status ?? 500
      const type = status === 429 ? 'rejected_execution_exception' : 'unavailable_shards_exception'
      refuse(ctx, new Refusal(status, type, 'a fault was switched on'))
    },
    answerBadBody: (ctx) => {
      refuse(ctx, new Refusal(400, 'parse_exception', 'request body is not JSON'))
    },
    takesLines: (path) => path.endsWith('/_bulk'),
  })
  const nameOf = (ctx: Context): string => textOf((ctx.params as Fields)['target'], 'the target')
  const find = (target: string): MockIndex | undefined => indexes.get(aliases.get(target) ?? target)
  const found = (ctx: Context): MockIndex => {
    const index = find(nameOf(ctx))
    if (index === undefined) throw missingIndex(nameOf(ctx))
    return index
  }
  const strikeItem = (id: string): Refusal | undefined => {
    const fault = itemFault
    if (fault === undefined || fault.times === 0 || (fault.id ?? id) !== id) return undefined
    fault.times -= 1
    return new Refusal(fault.status, ITEM_ERRORS[fault.status], 'a fault was switched on')
  }

  router.use(async (ctx, next) => {
    const given = Buffer.from(`${user}:${password}`).toString('base64')
    if (user !== '' && !ctx.path.startsWith('/_mock/') && ctx.get('authorization') !== `Basic ${given}`) {
      refuse(ctx, new Refusal(401, 'security_exception', 'missing or wrong credentials'))
      return
    }
    try {
      await next()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refuse(ctx, error)
    }
  })

  router.get('/_alias/:target', (ctx) => {
    const alias = nameOf(ctx)
    const index = aliases.get(alias)
    if (index === undefined) {
      ctx.status = 404
      ctx.body = { error: `alias [${alias}] missing`, status: 404 }
      return
    }
    ctx.body = { [index]: { aliases: { [alias]: {} } } }
  })
  router.post('/_aliases', (ctx) => {
    const { actions, ...rest } = bodyOf(ctx)
    only(rest, [], 'the aliases')
    // All or nothing.
    const next = new Map(aliases)
    for (const action of listOf(actions)) {
      const [kind, params] = single(objectOf(action, 'an action'), 'an action')
      const { index, alias, is_write_index: _writes, ...others } = objectOf(params, kind)
      only(others, [], 'the action')
      const [name, of] = [textOf(alias, 'alias'), textOf(index, 'index')]
      if (!indexes.has(of)) throw missingIndex(of)
      if (kind === 'remove') {
        if (next.get(name) !== of)
          throw new Refusal(404, 'aliases_not_found_exception', `aliases [${name}] missing`)
        next.delete(name)
      } else if (kind === 'add') {
        checkName(name)
        if (indexes.has(name))
          throw new Refusal(400, 'invalid_alias_name_exception', `an index exists with the name [${name}]`)
        if (next.has(name) && next.get(name) !== of) throw unknown('an alias of two indexes')
        next.set(name, of)
      } else throw unknown(`the alias action [${kind}]`)
    }
    aliases.clear()
    for (const [name, of] of next) aliases.set(name, of)
    ctx.body = { acknowledged: true }
  })

  router.head('/:target', (ctx) => {
    ctx.status = find(nameOf(ctx)) === undefined ? 404 : 200
  })
  router.put('/:target', (ctx) => {
    const name = nameOf(ctx)
    checkName(name)
    if (indexes.has(name))
      throw new Refusal(400, 'resource_already_exists_exception', `index [${name}] already exists`)
    indexes.set(name, new MockIndex(name, bodyOf(ctx), () => performance.now()))
    ctx.body = { acknowledged: true, shards_acknowledged: true, index: name }
  })
  router.delete('/:target', (ctx) => {
    const index = found(ctx)
    indexes.delete(index.name)
    for (const [alias, of] of [...aliases]) if (of === index.name) aliases.delete(alias)
    ctx.body = { acknowledged: true }
  })
  router.post('/:target/_bulk', (ctx) => {
    const target = nameOf(ctx)
    if (!ctx.is('application/x-ndjson', 'application/json')) {
      ctx.status = 406
      ctx.body = { error: `Content-Type header [${ctx.get('content-type')}] is not supported`, status: 406 }
      return
    }
    const mustBeAlias = query(ctx, 'require_alias') === 'true'
    const index = mustBeAlias && !aliases.has(target) ? undefined : find(target)
    // The real engine would make an index of its own accord, with fields of its own guessing.
    if (index === undefined && !mustBeAlias) throw unknown('a bulk request that makes an index')
    const outcome = bulk(target, index, String(ctx.state.lines ?? ''), strikeItem)
    written += outcome.written
    ctx.body = outcome.body
  })
  router.post('/:target/_refresh', (ctx) => {
    found(ctx).refresh()
    ctx.body = { _shards: { total: 1, successful: 1, failed: 0 } }
  })
  router.post('/:target/_search', (ctx) => {
    const index = found(ctx)
    const body = bodyOf(ctx)
    searches.push(body)
    ctx.body = index.search(body)
  })

  router.get('/_mock/indexes', (ctx) => {
    ctx.body = [...indexes.values()].map(({ name, size }) => ({
      name,
      documents: size,
      aliases: [...aliases].flatMap(([alias, of]) => (of === name ? alias : [])),
    }))
  })

  return {
    app,
    indexes,
    find,
    faults,
    calls,
    writes: () => written,
    searches,
    strikeItems: (fault) => {
      itemFault = fault && { ...fault }
    },
  }
}
