import type * as contracts from '@jiesu/shared-types'
import type { CallInput, CallOutput, Endpoint } from '@jiesu/shared-types'
import type { AxiosResponse } from 'axios'
import axios from 'axios'
import { orderAccess } from '../stores/orderAccess'
import { sessions } from '../stores/session'
import { spokenLanguage } from '../words/language'
import { asProblem, localProblem, problemFromAnswer } from './problem'
import { ROUTES } from './routes'
import { serverClock } from './serverClock'
import { taroAdapter } from './taroAdapter'

type Endpoints = {
  [
    Id in keyof typeof contracts as (typeof contracts)[Id] extends Endpoint ? Id : never
  ]: (typeof contracts)[Id]
}
/** Endpoints that answer with events, for as long as they are listened to. */
export type StreamName = {
  [Id in keyof Endpoints]: Endpoints[Id] extends { events: unknown } ? Id : never
}[keyof Endpoints]
/** Endpoints that take a file. */
export type UploadName = {
  [Id in keyof Endpoints]: Endpoints[Id] extends { upload: unknown } ? Id : never
}[keyof Endpoints]
/** Uploads are multipart and travel by `platform/upload` and `platform/sendFile`, streams by `platform/liveLink`. */
export type EndpointName = Exclude<keyof Endpoints, UploadName | StreamName>

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

/** Who asks: the session of whoever signed in, and for one order the key that its number and query code gave. */
const identify = (route: Route, parts: Parts, as: CallOptions['as']): Record<string, string> => {
  const seat = route.access === 'staff' || as === 'staff' ? sessions.staff : sessions.requester
  const token = seat.token()
  const key = route.access === 'order' ? orderAccess.key(parts.params?.number ?? '') : undefined
  return {
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(key === undefined ? {} : { 'X-Order-Access': key }),
  }
}

/** The portal no longer knows who this is: what said so is forgotten, so that the app asks to sign in again. */
const forgetIdentity = (headers: Record<string, string>, parts: Parts): void => {
  const token = headers.Authorization?.slice('Bearer '.length)
  if (token !== undefined) sessions.forget(token)
  if (headers['X-Order-Access'] !== undefined) orderAccess.forgetKey(parts.params?.number ?? '')
}

const send = async (route: Route, parts: Parts, identity: Record<string, string>) => {
  const sentAt = Date.now()
  const response = await http
    .request<unknown>({
      method: route.method,
      url: fillPath(route.path, parts.params),
      params: parts.query,
      data: parts.body,
      headers: {
        Accept: route.produces ?? 'application/json',
        'Accept-Language': spokenLanguage(),
        ...identity,
      },
      timeout: route.method === 'GET' ? READ_TIMEOUT_MS : COMMAND_TIMEOUT_MS,
    })
    .catch((caught: unknown) => {
      throw localProblem(
        axios.isAxiosError(caught) && caught.code === 'ECONNABORTED' ? 'timeout' : 'offline',
        doing(route),
      )
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

const doing = (route: Route) => (route.method === 'GET' ? 'reading' : 'sending')

const read = (route: Route, response: AxiosResponse<unknown>): unknown => {
  if (response.status === 204) return undefined
  const isObject = typeof response.data === 'object' && response.data !== null
  if (response.status >= 200 && response.status < 300) {
    if (route.produces !== undefined && typeof response.data === 'string') return response.data
    // A file of one line of JSON was read as such on the way.
    if (isObject) return route.produces === undefined ? response.data : JSON.stringify(response.data)
    throw localProblem('unreadable', doing(route))
  }
  throw problemFromAnswer(
    response.data,
    doing(route),
    (response.headers as Record<string, string>)['retry-after'],
  )
}

/** Steps whose answer is still out. */
const underWay = new Set<Promise<unknown>>()

const noteStep = <T>(route: Route, answer: Promise<T>): Promise<T> => {
  if (route.method === 'GET') return answer
  underWay.add(answer)
  return answer.finally(() => underWay.delete(answer))
}

/** Resolves when every step sent so far is answered, and whoever sent it has drawn the answer. */
export const commandsAnswered = async (): Promise<void> => {
  if (underWay.size === 0) return
  await Promise.allSettled(underWay)
  await new Promise((resolve) => {
    setTimeout(resolve)
  })
}

/** Address and headers of a stream, with whoever is signed in now. */
export const streamRequest = (
  name: StreamName,
  number: string,
): { url: string; headers: Record<string, string> } => {
  const route = ROUTES[name]
  if (route === undefined) throw new TypeError(`no such endpoint: ${name}`)
  const parts = { params: { number } }
  return {
    url: API_ORIGIN + fillPath(route.path, parts.params),
    headers: { Accept: 'text/event-stream', ...identify(route, parts, undefined) },
  }
}

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
  const identity = identify(route, parts, options.as)
  try {
    return read(route, await noteStep(route, send(route, parts, identity))) as Output<Id>
  } catch (caught) {
    const problem = asProblem(caught)
    if (problem.code === 'session-expired') forgetIdentity(identity, parts)
    throw problem
  }
}
