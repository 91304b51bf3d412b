/** The whole portal in the test's own process: real HTTP, the embedded database, the stand-ins outside; only time is given. */
import type { AddressInfo } from 'node:net'
import { createHash, randomUUID } from 'node:crypto'
import type { CallInput, CallOutput, Endpoint, Problem } from '@jiesu/shared-types'
import type Router from '@koa/router'
import type Koa from 'koa'
import type { Connection } from 'mongoose'
import { startPetitionMock, type RunningPetition } from '../../mock/petition/src/testing'
import { startSmsMock, type RunningSms } from '../../mock/sms/src/testing'
import { startWechatMock, type RunningWechat } from '../../mock/wechat/src/testing'
import { compose } from '../../portal-api/src/compose'
import { DEMO_PASSWORD } from '../../portal-api/src/demo/seedStaff'
import { makeServer } from '../../portal-api/src/platform/http/server'
import { makeLog } from '../../portal-api/src/platform/log'
import { connect, type Patience } from '../../portal-api/src/platform/mongo/connect'
import { readSettings } from '../../portal-api/src/platform/settings'
import { judgeAnswer, judgeProblem } from './contract'
import { startDatabase, type TestDatabase } from './database'

export interface Answer<T> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

/** Tokens of whoever calls. */
export interface As {
  readonly session?: string
  readonly orderAccess?: string
}

export type Given<E extends Endpoint> = {
  [K in keyof CallInput<E> as CallInput<E>[K] extends undefined ? never : K]: CallInput<E>[K]
}

export interface TestPortal {
  readonly url: string
  readonly sms: RunningSms
  readonly wechat: RunningWechat
  readonly petition: RunningPetition
  readonly database: TestDatabase
  readonly connection: Connection
  /** What the router serves, e.g. `GET /api/v1/orders/:number`. */
  readonly routes: readonly string[]
  /** Lines of the log so far, at level info. */
  readonly log: readonly string[]
  /** The portal's time. */
  now: Date
  /** Puts the demo's orders in, as of now; gives how many were new. */
  seedDemoOrders(): Promise<number>
  seedDemoKnowledge(): Promise<void>
  /** What the clock does every two seconds, once, now. */
  tick(): Promise<void>
  /** What the portal does for those who listen, once; `at` in milliseconds of a steady clock. Where there is an H5 it goes on by itself. */
  beat(at?: number): Promise<void>
  /** Ticks of another portal on the same database with other settings, as after a restart. */
  tickRestarted(settings: Record<string, string>): Promise<void>
  /** A call that succeeds and keeps its contract; anything else throws with what is wrong. */
  call<E extends Endpoint>(endpoint: E, input: Given<E>, as?: As): Promise<CallOutput<E>>
  /** A call that is refused with a right problem; gives it. */
  refused(endpoint: Endpoint, input: LooseInput, as?: As): Promise<Problem>
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<unknown>>
  staff(account: string): Promise<As>
  citizen(phone: string): Promise<As>
  stop(): Promise<void>
}

export interface TestOptions {
  /** Settings beside those of every test, e.g. `{ JIESU_TRUST_PROXY: '1' }`. */
  readonly settings?: Record<string, string>
  readonly patience?: Patience
  /** Milliseconds until a request is answered, come what may. */
  readonly deadline?: number
  /** Another portal's database, as when two of them share the work; that one stops it. */
  readonly database?: TestDatabase
}

export interface LooseInput {
  readonly params?: Record<string, unknown>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
}

export const addressOf = (endpoint: Endpoint, input: LooseInput): string => {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name])),
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {}))
    if (value !== undefined) query.set(name, value as string)
  return query.size > 0 ? `${path}?${query.toString()}` : path
}

export const headersFor = (as: As): Record<string, string> => ({
  ...(as.session === undefined ? {} : { authorization: `Bearer ${as.session}` }),
  ...(as.orderAccess === undefined ? {} : { 'x-order-access': as.orderAccess }),
})

/** Often enough that a test in a browser does not wait for it. */
const BEAT_MS = 200

const routesOf = (app: Koa): string[] =>
  app.middleware
    .flatMap((middleware) => (middleware as { router?: Router }).router?.stack ?? [])
    .flatMap((layer) =>
      layer.methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(layer.path)}`),
    )

/** The same in every run: what is told apart by a part of a fingerprint is told apart always, or never. */
const SECRET = createHash('sha256').update('tests').digest()

/** A fresh command id. */
export const commandId = (): string => randomUUID()

/** @param now the portal's time at start, e.g. `2026-11-23T09:00:00+08:00`. */
export const startPortal = async (now: string, options: TestOptions = {}): Promise<TestPortal> => {
  const [database, sms, wechat, petition] = await Promise.all([
    options.database ?? startDatabase(),
    startSmsMock(),
    startWechatMock(),
    startPetitionMock(),
  ])
  const time = { now: new Date(now) }
  const environment = {
    MONGODB_URI: database.uri,
    JIESU_H5: '',
    SMS_BASE_URL: sms.url,
    SMS_KEY: sms.key,
    WECHAT_BASE_URL: wechat.url,
    WECHAT_APPID: wechat.appid,
    WECHAT_SECRET: wechat.secret,
    WECHAT_TEMPLATE: 'demo-template',
    PETITION_BASE_URL: petition.url,
    PETITION_KEY: petition.key,
    ...options.settings,
  }
  const settings = readSettings(environment)
  const log: string[] = []
  const connection = await connect(settings.MONGODB_URI, options.patience)
  const surroundings = {
    secret: SECRET,
    clock: () => time.now,
    log: makeLog('info', { write: (line) => log.push(line) }),
    ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
  }
  const portal = compose({ settings, connection, ...surroundings })
  await portal.prepare()
  await portal.seedDemo()
  const server = makeServer(portal.app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  // Browsers wait for news by themselves.
  const pulse =
    settings.JIESU_H5 === ''
      ? undefined
      : setInterval(() => void portal.live.beat(performance.now()), BEAT_MS)

  const send: TestPortal['send'] = async (method, path, body, headers = {}) => {
    const raw = typeof body === 'string' || body instanceof FormData
    const isJson = body !== undefined && !(body instanceof FormData)
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    const says = answer.headers.get('content-type')
    const isJsonAnswer = text !== '' && (says ?? '').includes('json')
    const content: unknown = isJsonAnswer ? JSON.parse(text) : text
    if (answer.status >= 400 && method !== 'HEAD')
      judgeProblem(answer.status, says, content, answer.headers.get('content-language'))
    return { status: answer.status, headers: answer.headers, body: content }
  }
  const ask = (endpoint: Endpoint, input: LooseInput, as: As) =>
    send(endpoint.method, addressOf(endpoint, input), input.body, headersFor(as))

  const call: TestPortal['call'] = async (endpoint, input, as = {}) => {
    const answer = await ask(endpoint, input, as)
    if (answer.status !== endpoint.status)
      throw new Error(`${endpoint.id}: ${answer.status} ${JSON.stringify(answer.body)}`)
    judgeAnswer(endpoint, answer.body)
    return answer.body as CallOutput<typeof endpoint>
  }
  const signIn = async (path: string, body: unknown): Promise<As> => {
    const answer = await send('POST', path, body)
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return { session: (answer.body as { token: string }).token }
  }

  return {
    url,
    sms,
    wechat,
    petition,
    database,
    connection,
    routes: routesOf(portal.app),
    log,
    get now() {
      return time.now
    },
    set now(value) {
      time.now = value
    },
    seedDemoOrders: () => portal.seedDemoOrders(time.now),
    seedDemoKnowledge: () => portal.seedDemoKnowledge(time.now),
    tick: () => portal.tick(time.now),
    beat: (at = performance.now()) => portal.live.beat(at),
    tickRestarted: async (changes) => {
      const other = await connect(settings.MONGODB_URI, options.patience)
      const restarted = compose({
        settings: readSettings({ ...environment, ...changes }),
        connection: other,
        ...surroundings,
      })
      await restarted.tick(time.now)
      await other.close()
    },
    call,
    refused: async (endpoint, input, as = {}) => {
      const answer = await ask(endpoint, input, as)
      if (answer.status < 400)
        throw new Error(`${endpoint.id} was not refused: ${JSON.stringify(answer.body)}`)
      return answer.body as Problem
    },
    send,
    staff: (account) => signIn('/api/v1/sessions/staff', { account, password: DEMO_PASSWORD }),
    citizen: async (phone) => {
      await send('POST', '/api/v1/sms-codes', { phone })
      const code = sms.sent(phone).at(-1)?.params['code']
      return signIn('/api/v1/sessions/phone', { phone, code })
    },
    stop: async () => {
      clearInterval(pulse)
      await portal.live.close()
      await new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      })
      await connection.close()
      await Promise.all([options.database ?? database.stop(), sms.stop(), wechat.stop(), petition.stop()])
    },
  }
}
