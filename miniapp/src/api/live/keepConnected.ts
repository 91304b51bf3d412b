import type { LiveChange } from '@jiesu/shared-types'
import { asProblem, type ApiProblem } from '../problem'

/**
 * - `connecting`: for the first time
 * - `live`: changes are heard
 * - `lost`: it was broken, or could not be opened; another try follows
 * - `off`: the portal says no, and would again
 * - `polled`: there is no connection to hold; the page is read again at intervals
 */
export type LiveState = 'connecting' | 'live' | 'lost' | 'off' | 'polled'

/** `anything`: there may have been changes that were not heard of. */
export type Heard = LiveChange | 'anything'

export interface LiveHearing {
  state(state: LiveState): void
  heard(change: Heard): void
}

/** What one connection says while it is open. */
export interface Connection {
  opened(): void
  /** Something came, if only a sign of life. */
  alive(): void
  changed(change: LiveChange): void
}

/** Resolves when the portal ended the connection, rejects when it was refused or broke. */
export type Connect = (connection: Connection, signal: AbortSignal) => Promise<void>

export interface LiveLink {
  /** Tries again now, when it would otherwise wait. */
  retry(): void
  /** The network is gone: what is open is dead, though nothing says so. */
  drop(): void
  close(): void
}

/** The portal breaks silence every 15 s. */
const SILENCE_MS = 45_000
/** A connection that lasted so long was a good one. */
const STEADY_MS = 5_000
/** When a portal stops, its pages do not all come back in the same moment. */
const SPREAD_MS = 3_000
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

/** 1 s, 2 s, 4 s … at most 30 s, somewhat less by chance; not before the portal asked for. */
const waitAfter = (failures: number, problem: ApiProblem | undefined, chance: number): number => {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS)
  return Math.max(wait * (0.5 + chance / 2), (problem?.retryAfter ?? 0) * 1000)
}

/** Not this reader, not this order: trying again would give the same. */
const FINAL: readonly ApiProblem['code'][] = [
  'sign-in-required',
  'session-expired',
  'not-yours',
  'not-found',
  'invalid-input',
]

/** Keeps one connection open until it is closed: tries again when it breaks, each time a little later. */
export const keepConnected = (
  connect: Connect,
  hearing: LiveHearing,
  chance: () => number = Math.random,
): LiveLink => {
  let failures = 0
  let current: AbortController | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  const wait = (milliseconds: number): void => {
    waiting = setTimeout(() => void begin(), milliseconds)
  }

  const over = (problem: ApiProblem | undefined, steady: boolean): void => {
    if (problem !== undefined && FINAL.includes(problem.code)) {
      hearing.state('off')
      return
    }
    // The portal ends connections after a while; that is no loss.
    if (problem === undefined && steady) {
      wait(chance() * SPREAD_MS)
      return
    }
    failures++
    hearing.state('lost')
    wait(waitAfter(failures, problem, chance()))
  }

  const begin = async (): Promise<void> => {
    waiting = undefined
    const controller = new AbortController()
    current = controller
    let steady = false
    let steadying: ReturnType<typeof setTimeout> | undefined
    let silence: ReturnType<typeof setTimeout> | undefined
    const alive = (): void => {
      clearTimeout(silence)
      silence = setTimeout(() => controller.abort(), SILENCE_MS)
    }
    const connection: Connection = {
      alive,
      opened: () => {
        steadying = setTimeout(() => {
          steady = true
          failures = 0
        }, STEADY_MS)
        hearing.state('live')
        hearing.heard('anything')
      },
      changed: (change) => hearing.heard(change),
    }
    alive()
    const problem = await connect(connection, controller.signal).then(() => undefined, asProblem)
    clearTimeout(silence)
    clearTimeout(steadying)
    if (current === controller) over(problem, steady)
  }

  void begin()
  return {
    retry: () => {
      if (waiting === undefined) return
      clearTimeout(waiting)
      void begin()
    },
    drop: () => current?.abort(),
    close: () => {
      clearTimeout(waiting)
      const last = current
      current = undefined
      last?.abort()
    },
  }
}
