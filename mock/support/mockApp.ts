import { setTimeout as pause } from 'node:timers/promises'
import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import Koa, { type Context, type Middleware } from 'koa'
import { Faults, readFaultPlan, type FaultPlan } from './faults'

/** What differs between the mocked services in how they refuse. */
export interface ServiceManners {
  /** Answers a fault's `status` and/or `errcode` in the service's own shape. */
  answerFault: (ctx: Context, fault: FaultPlan) => void
  /** Answers a body that is no JSON. */
  answerBadBody: (ctx: Context) => void
  /** Paths whose body is lines of JSON: they find it as a text in `ctx.state.lines`. */
  takesLines?: (path: string) => boolean
}

/** A Koa application with `/_mock/*` switches; the service adds its own routes to `router`. */
export interface MockApp {
  app: Koa
  router: Router
  faults: Faults
  /** How often a path of the service was asked for, faulty answers included. */
  calls: (path: string) => number
}

const isService = (path: string) => !path.startsWith('/_mock/') && path !== '/'

const strike =
  (faults: Faults, manners: ServiceManners): Middleware =>
  async (ctx, next) => {
    const fault = isService(ctx.path) ? faults.next(ctx.path) : undefined
    if (!fault) {
      await next()
      return
    }
    // Not referenced: a pending delay must not keep a stopped process alive.
    if (fault.latencyMs) await pause(fault.latencyMs, undefined, { ref: false })
    if (fault.drop) {
      if (fault.drop === 'after') await next()
      ctx.respond = false
      ctx.req.socket.destroy()
      return
    }
    if (fault.status === undefined && fault.errcode === undefined) await next()
    else manners.answerFault(ctx, fault)
  }

const addFaultSwitch = (router: Router, faults: Faults): void => {
  router.get('/_mock/faults', (ctx) => {
    ctx.body = faults.state()
  })
  router.put('/_mock/faults', (ctx) => {
    const plan = readFaultPlan(ctx.request.body)
    if (typeof plan === 'string') {
      ctx.status = 400
      ctx.body = { message: plan }
      return
    }
    faults.set(plan)
    ctx.body = faults.state()
  })
  router.delete('/_mock/faults', (ctx) => {
    faults.clear()
    ctx.status = 204
  })
}

/** Puts together what every mocked service has: body parsing, counting, faults. */
export const mockApp = (manners: ServiceManners): MockApp => {
  const app = new Koa()
  const router = new Router()
  const faults = new Faults()
  const counts = new Map<string, number>()
  app.use(async (ctx, next) => {
    if (isService(ctx.path)) counts.set(ctx.path, (counts.get(ctx.path) ?? 0) + 1)
    await next()
  })
  app.use(strike(faults, manners))
  app.use(
    bodyParser({
      enableTypes: ['json'],
      detectJSON: () => true,
      jsonLimit: '20mb',
      onError: (error, ctx) => {
        ctx.state.badBody = true
        ctx.state.lines = (error as { body?: unknown }).body
      },
    }),
  )
  app.use(async (ctx, next) => {
    const takesLines = manners.takesLines?.(ctx.path) === true
    // A single line is JSON.
    if (takesLines) ctx.state.lines ??= ctx.request.rawBody
    else if (ctx.state.badBody === true) {
      manners.answerBadBody(ctx)
      return
    }
    await next()
  })
  addFaultSwitch(router, faults)
  app.use(router.routes())
  return { app, router, faults, calls: (path) => counts.get(path) ?? 0 }
}
