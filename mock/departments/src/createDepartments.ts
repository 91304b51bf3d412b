import type Koa from 'koa'
import { bodyOf, query, text } from '../../support/ask'
import { mockApp, type MockApp } from '../../support/mockApp'
import { Answering, readAnswerPlan } from './answering'
import { pushEntries } from './entries'
import { Inbox, type Received } from './inbox'
import { SYSTEMS } from './systems'

export interface DepartmentsSettings {
  /** Milliseconds since 1970; by it the age of a signature is judged. */
  now: () => number
}

export interface DepartmentsMock extends Pick<MockApp, 'faults' | 'calls'> {
  app: Koa
  inbox: Inbox
  answering: Answering
}

/** Units' own systems: `POST /systems/<id>/events` takes what the portal pushes. */
export const createDepartments = ({ now }: DepartmentsSettings): DepartmentsMock => {
  const inbox = new Inbox(now)
  const answering = new Answering()
  const { app, router, faults, calls } = mockApp({
    answerFault: (ctx, fault) => {
      ctx.status = fault.status ?? 500
      ctx.body = { code: fault.errcode ?? 'fault', message: 'a fault was switched on' }
    },
    answerBadBody: (ctx) => {
      ctx.status = 400
      ctx.body = { code: 'bad_json', message: 'the body is no JSON' }
    },
  })
  const receivedBy = (system?: string): Received[] =>
    inbox.received.filter((event) => system === undefined || event.system === system)

  router.post('/systems/:id/events', (ctx) => {
    const system = SYSTEMS.find(({ id }) => id === ctx.params.id)
    if (system === undefined) {
      ctx.status = 404
      ctx.body = { code: 'unknown_system', message: `known are ${SYSTEMS.map(({ id }) => id).join(', ')}` }
      return
    }
    const outcome = inbox.take(system, {
      timestamp: ctx.get('x-jiesu-timestamp'),
      signature: ctx.get('x-jiesu-signature'),
      delivery: ctx.get('x-jiesu-delivery'),
      raw: (ctx.request as { rawBody?: string }).rawBody ?? '',
    })
    if (outcome === 'repeated') ctx.body = { ok: true, repeated: true }
    else if ('status' in outcome) {
      ctx.status = outcome.status
      ctx.body = { code: outcome.code, message: outcome.message }
    } else {
      ctx.body = { ok: true }
      answering.answer(system, outcome)
    }
  })

  router.get('/received', (ctx) => {
    ctx.body = receivedBy(query(ctx, 'system'))
  })
  router.delete('/received', (ctx) => {
    inbox.received.length = 0
    ctx.status = 204
  })
  router.post('/_mock/knowledge', async (ctx) => {
    const portal = text(bodyOf(ctx)['portal']) ?? ''
    if (!URL.canParse(portal)) {
      ctx.status = 400
      ctx.body = { message: 'portal must be an address' }
      return
    }
    const answers = SYSTEMS.map(async (system) => [system.id, await pushEntries(portal, system)] as const)
    ctx.body = Object.fromEntries(await Promise.all(answers))
  })
  router.get('/_mock/posted', (ctx) => {
    ctx.body = answering.posted
  })
  router.get('/_mock/answering', (ctx) => {
    ctx.body = { plan: answering.plan ?? null }
  })
  router.put('/_mock/answering', (ctx) => {
    const plan = readAnswerPlan(bodyOf(ctx))
    if (typeof plan === 'string') {
      ctx.status = 400
      ctx.body = { message: plan }
      return
    }
    answering.plan = plan
    ctx.body = { plan }
  })
  router.delete('/_mock/answering', (ctx) => {
    answering.plan = undefined
    ctx.status = 204
  })

  return { app, inbox, answering, faults, calls }
}
