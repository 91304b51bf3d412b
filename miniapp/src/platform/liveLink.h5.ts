import type { LiveChange } from '@jiesu/shared-types'
import { makeEventReader } from '../api/live/eventReader'
import { type Connect, keepConnected, type LiveHearing, type LiveLink } from '../api/live/keepConnected'
import { localProblem, problemFromAnswer } from '../api/problem'
import { online } from './network'

interface StreamRequest {
  url: string
  headers: Record<string, string>
}

const isChange = (data: unknown): data is LiveChange =>
  typeof (data as LiveChange | null)?.number === 'string'

/** By fetch: EventSource sends no headers, and a token has no place in an address. */
const connect =
  (request: () => StreamRequest): Connect =>
  async (connection, signal) => {
    const { url, headers } = request()
    const answer = await fetch(url, { headers, signal, cache: 'no-store' }).catch(() => {
      throw localProblem('offline', 'reading')
    })
    if (!answer.ok) {
      const body: unknown = await answer.json().catch(() => undefined)
      throw problemFromAnswer(body, 'reading', answer.headers.get('retry-after') ?? undefined)
    }
    // A page of the hotel's network is no stream.
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/event-stream') || answer.body === null)
      throw localProblem('unreadable', 'reading')
    connection.opened()
    const read = makeEventReader((event, data) => {
      const change: unknown = JSON.parse(data)
      if (event === 'changed' && isChange(change)) connection.changed(change)
    })
    const reader = answer.body.getReader()
    const decoder = new TextDecoder()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      connection.alive()
      read(decoder.decode(value, { stream: true }))
    }
  }

/** @param request is asked anew at every try: tokens change. */
export const openLiveLink = (request: () => StreamRequest, hearing: LiveHearing): LiveLink => {
  const link = keepConnected(connect(request), hearing)
  const unsubscribe = online.subscribe(() => (online.get() ? link.retry() : link.drop()))
  return {
    ...link,
    close: () => {
      unsubscribe()
      link.close()
    },
  }
}
