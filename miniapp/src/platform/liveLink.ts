import type { LiveHearing, LiveLink } from '../api/live/keepConnected'
import { online } from './network'

const INTERVAL_MS = 30_000

/** The mini-program holds no connection: what is looked at is read again every 30 s. See the twin for the H5. */
export const openLiveLink = (_request: () => unknown, hearing: LiveHearing): LiveLink => {
  const say = () => hearing.state(online.get() ? 'polled' : 'lost')
  const unsubscribe = online.subscribe(say)
  const timer = setInterval(() => {
    if (online.get()) hearing.heard('anything')
  }, INTERVAL_MS)
  say()
  return {
    retry: () => undefined,
    drop: () => undefined,
    close: () => {
      clearInterval(timer)
      unsubscribe()
    },
  }
}
