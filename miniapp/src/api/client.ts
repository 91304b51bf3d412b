import type * as contracts from '@jiesu/shared-types'
import type { CallInput, CallOutput, Endpoint } from '@jiesu/shared-types'
import type { AxiosResponse } from 'axios'
import axios from 'axios'
import { orderAccess } from '../stores/orderAccess'
import { sessions } from '../stores/session'
import { ApiProblem, localProblem, problemFromAnswer } from './problem'
import { ROUTES } from './routes'
import { serverClock } from './serverClock'
import { taroAdapter } from './taroAdapter'

type Endpoints = {
  [
    Id in keyof typeof contracts as (typeof contracts)[Id] extends Endpoint ? Id : never
  ]: (typeof contracts)[Id]
}
/** Uploads are multipart and travel by `platform/upload`. */
export type EndpointName = Exclude<keyof Endpoints, 'uploadAttachment'>

type PartsOf<E extends Endpoint> = CallInput<E>
/** The parts (params, query, body) that this endpoint takes, and no others. */
export type Input<Id extends EndpointName> = {
  [
    Part in keyof PartsOf<Endpoints[Id]> as PartsOf<Endpoints[Id]>[Part] extends undefined ? never : Part
  ]: PartsOf<Endpoints[Id]>[Part]
}
export type Output<Id extends EndpointName> = CallOutput<Endpoints[Id]>

interface CallOptions {
  /** Which session a public endpoint is called with. */
  as?: 'requester' | 'staff'
}

const READ_TIMEOUT_MS = 12_000
const COMMAND_TIMEOUT_MS = 25_000

const http = axios.create({
  adapter: taroAdapter,
  baseURL: API_ORIGIN,
  // Refusals are answers too: they are told apart below.
  validateStatus: () => true,
})

interface Parts {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
}

/** `/api/v1/orders/{number}` with its parameters filled in. */
const fillPath = (path: string, params: Record<string, string> = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

type Route = (typeof ROUTES)[string]

/** The tokens worth trying for a call, best first. An order opens by its own token or by its submitter's session. */
const tokensFor = (route: Route, parts: Parts, as: CallOptions['as']): (string | undefined)[] => {
  if (route.access === 'staff' || as === 'staff') return [sessions.staff.token()]
  const own = sessions.requester.token()
  if (route.access !== 'order') return [own]
  const key = orderAccess.token(parts.params?.number ?? '')
  return key === undefined || own === undefined ? [key ?? own] : [key, own]
}

const send = async (route: Route, parts: Parts, token: string | undefined) => {
  const sentAt = Date.now()
  const response = await http
    .request<unknown>({
      method: route.method,
      url: fillPath(route.path, parts.params),
      params: parts.query,
      data: parts.body,
      headers: {
        Accept: 'application/json',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      timeout: route.method === 'GET' ? READ_TIMEOUT_MS : COMMAND_TIMEOUT_MS,
    })
    .catch((caught: unknown) => {
      throw localProblem(axios.isAxiosError(caught) && caught.code === 'ECONNABORTED' ? 'timeout' : 'offline')
    })
  learnTime(response, sentAt)
  return response
}

/** Bodies carry `serverTime` to the millisecond; else the Date header, to the second, will do. */
const learnTime = (response: AxiosResponse<unknown>, sentAt: number): void => {
  const said = (response.data as { serverTime?: unknown } | null | undefined)?.serverTime
  const header = (response.headers as Record<string, string>).date
  const instant = typeof said === 'string' ? said : header
  if (instant !== undefined) serverClock.note(instant, sentAt, Date.now())
}

const read = (response: AxiosResponse<unknown>): unknown => {
  if (response.status === 204) return undefined
  const isObject = typeof response.data === 'object' && response.data !== null
  if (response.status >= 200 && response.status < 300) {
    if (isObject) return response.data
    throw localProblem('unreadable')
  }
  throw problemFromAnswer(response.data, (response.headers as Record<string, string>)['retry-after'])
}

const NOT_BY_THIS_TOKEN = ['not-found', 'not-yours', 'sign-in-required', 'session-expired']

/**
 * Calls one endpoint of the portal, typed by its contract.
 * @throws ApiProblem always, whatever went wrong; nothing else leaves this function.
 */
export const call = async <Id extends EndpointName>(
  id: Id,
  input: Input<Id>,
  options: CallOptions = {},
): Promise<Output<Id>> => {
  const route = ROUTES[id]
  if (route === undefined) throw new TypeError(`no such endpoint: ${id}`)
  const parts = input as Parts
  const tokens = tokensFor(route, parts, options.as)
  for (const [at, token] of tokens.entries()) {
    try {
      return read(await send(route, parts, token)) as Output<Id>
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw localProblem('unreadable')
      if (caught.code === 'session-expired' && token !== undefined) {
        sessions.forget(token)
        // Nobody has to be signed in for a public endpoint: an old token must not stand in the way.
        if (route.access === 'public') return read(await send(route, parts, undefined)) as Output<Id>
      }
      const another = at + 1 < tokens.length && NOT_BY_THIS_TOKEN.includes(caught.code)
      if (!another) throw caught
    }
  }
  throw localProblem('unreadable')
}
