/** Somebody who listens to the portal's events, over real HTTP. */
import type { Endpoint, LiveChange } from '@jiesu/shared-types'
import { judgeEvent } from './contract'
import { addressOf, type As, headersFor, type LooseInput, type TestPortal } from './portal'

export interface Listener {
  readonly headers: Headers
  /** All events so far, as their contract has them. */
  readonly heard: readonly LiveChange[]
  /** Comments so far: what is sent so that the connection is not taken for dead. */
  readonly comments: number
  /** Waits until `enough` holds. @throws when the connection ends before. */
  until(enough: (listener: Listener) => boolean): Promise<void>
  /** Resolves when the portal has ended the connection. */
  readonly ended: Promise<void>
  leave(): void
}

/** @throws with the problem when the portal refuses. */
export const listen = async (
  portal: Pick<TestPortal, 'url'>,
  endpoint: Endpoint,
  input: LooseInput,
  as: As,
): Promise<Listener> => {
  const leaving = new AbortController()
  const answer = await fetch(`${portal.url}${addressOf(endpoint, input)}`, {
    headers: headersFor(as),
    signal: leaving.signal,
  })
  const type = answer.headers.get('content-type') ?? ''
  if (answer.status !== 200 || !type.startsWith('text/event-stream') || answer.body === null)
    throw new Error(`${endpoint.id}: ${answer.status} ${await answer.text()}`)

  const heard: LiveChange[] = []
  const state = { comments: 0, over: false }
  let wake = (): void => undefined
  const take = (message: string): void => {
    const lines = message.split('\n')
    if (lines[0]?.startsWith(':') === true) state.comments++
    if (lines[0] !== 'event: changed') return
    const data = JSON.parse(lines[1]?.replace(/^data: /, '') ?? '') as LiveChange
    judgeEvent(endpoint, data)
    heard.push(data)
  }
  const read = async (): Promise<void> => {
    let rest = ''
    const decoder = new TextDecoder()
    try {
      for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>) {
        const messages = (rest + decoder.decode(bytes, { stream: true })).split('\n\n')
        rest = messages.pop() ?? ''
        messages.forEach(take)
        wake()
      }
    } catch (error) {
      if (!leaving.signal.aborted) throw error
    } finally {
      state.over = true
      wake()
    }
  }
  const listener: Listener = {
    headers: answer.headers,
    heard,
    get comments() {
      return state.comments
    },
    until: async (enough) => {
      while (!enough(listener)) {
        if (state.over) throw new Error(`${endpoint.id} ended; heard: ${JSON.stringify(heard)}`)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    ended: read(),
    leave: () => leaving.abort(),
  }
  return listener
}
