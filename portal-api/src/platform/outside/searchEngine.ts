import axios from 'axios'
import { z } from 'zod'
import { OutsideServiceDown } from './outsideService'

/** The index or alias asked for is not there: the engine works, but has to be filled first. */
export class NoSuchIndex extends Error {
  constructor() {
    super('search engine: there is no such index')
  }
}

/** The engine works, but does not understand this one question. */
export class QuestionRefused extends OutsideServiceDown {}

/**
 * The few calls of OpenSearch's and Elasticsearch's REST interface that the portal needs. All throw OutsideServiceDown
 * when there is no sensible answer in time; its message never holds what was searched for.
 */
export interface SearchEngine {
  /** The answer's body. @throws NoSuchIndex or QuestionRefused */
  search(target: string, body: object, until: AbortSignal): Promise<unknown>
  /** Runs a bulk request of lines. @param isAlias refused where the target is no alias, so that no index makes itself. */
  bulk(target: string, lines: string, isAlias: boolean): Promise<unknown>
  /** From then on everything written before is found. */
  refresh(target: string): Promise<void>
  hasIndex(name: string): Promise<boolean>
  /** An index that is there already is no error. */
  createIndex(name: string, definition: object): Promise<void>
  /** The indexes that an alias stands for; none where there is no such alias. */
  aliasedTo(alias: string): Promise<readonly string[]>
  /** In one step. */
  moveAlias(alias: string, from: readonly string[], to: string): Promise<void>
}

/** Nobody waits for what is written. */
const WRITE_PATIENCE_MS = 15_000
const LONGEST_ANSWER = 32 * 1024 * 1024
/** Of a reason that the engine gives for refusing an index, in which nobody's words can be. */
const REASON = 300

const Failure = z.object({ error: z.object({ type: z.string(), reason: z.string().catch('') }) })
const Aliases = z.record(z.string(), z.object({ aliases: z.record(z.string(), z.unknown()) }))

export const makeSearchEngine = (baseUrl: string, user: string, password: string): SearchEngine => {
  const http = axios.create({
    baseURL: baseUrl.replace(/\/+$/, ''),
    ...(user === '' ? {} : { auth: { username: user, password } }),
    maxContentLength: LONGEST_ANSWER,
    maxBodyLength: Infinity,
    maxRedirects: 0,
    validateStatus: () => true,
    proxy: false,
  })
  const down = (reason: string) => new OutsideServiceDown('search engine', reason)
  const typeOf = (data: unknown): string => {
    const failure = Failure.safeParse(data)
    return failure.success ? failure.data.error.type : 'unexpected answer'
  }

  const ask = async (
    method: 'GET' | 'HEAD' | 'POST' | 'PUT',
    path: string,
    data: object | string | undefined,
    until: AbortSignal,
  ): Promise<{ readonly status: number; readonly data: unknown }> => {
    const headers = { 'content-type': typeof data === 'string' ? 'application/x-ndjson' : 'application/json' }
    const answer = await http
      .request<unknown>({
        method,
        url: path,
        signal: until,
        ...(data === undefined ? {} : { data, headers }),
      })
      .catch((error: unknown) => {
        throw down(
          until.aborted ? 'too slow' : axios.isAxiosError(error) ? (error.code ?? 'no answer') : 'no answer',
        )
      })
    return answer
  }
  /** As `ask`, for what has to succeed. */
  const must = async (...question: Parameters<typeof ask>): Promise<unknown> => {
    const { status, data } = await ask(...question)
    if (status === 404) throw new NoSuchIndex()
    if (status === 400) throw new QuestionRefused('search engine', `refused (${typeOf(data)})`)
    if (status !== 200) throw down(`status ${status} (${typeOf(data)})`)
    return data
  }
  const soon = (): AbortSignal => AbortSignal.timeout(WRITE_PATIENCE_MS)

  return {
    search: (target, body, until) => must('POST', `/${target}/_search`, body, until),
    bulk: (target, lines, isAlias) =>
      must('POST', `/${target}/_bulk${isAlias ? '?require_alias=true' : ''}`, lines, soon()),
    refresh: async (target) => {
      await must('POST', `/${target}/_refresh`, undefined, soon())
    },
    hasIndex: async (name) => {
      const { status } = await ask('HEAD', `/${name}`, undefined, soon())
      if (status !== 200 && status !== 404) throw down(`status ${status}`)
      return status === 200
    },
    createIndex: async (name, definition) => {
      const { status, data } = await ask('PUT', `/${name}`, definition, soon())
      if (status === 200) return
      const failure = Failure.safeParse(data)
      if (!failure.success) throw down(`status ${status}`)
      const { type, reason } = failure.data.error
      // Another portal was faster.
      if (type === 'resource_already_exists_exception') return
      throw down(`refuses the index ${name}: ${type}: ${reason.slice(0, REASON)}`)
    },
    aliasedTo: async (alias) => {
      const { status, data } = await ask('GET', `/_alias/${alias}`, undefined, soon())
      if (status === 404) return []
      const parsed = Aliases.safeParse(data)
      if (status !== 200 || !parsed.success) throw down(`status ${status} (${typeOf(data)})`)
      return Object.keys(parsed.data)
    },
    moveAlias: async (alias, from, to) => {
      const actions = [
        ...from.map((index) => ({ remove: { index, alias } })),
        { add: { index: to, alias, is_write_index: true } },
      ]
      await must('POST', '/_aliases', { actions }, soon())
    },
  }
}
