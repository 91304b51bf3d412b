import type { Session } from '@jiesu/shared-types'
import { createStore, persistentStore, type Store } from './store'

const isSession = (kept: unknown): kept is Session | null =>
  kept === null || (typeof kept === 'object' && typeof (kept as Session).token === 'string')

const seat = (key: string) => {
  const store: Store<Session | null> = persistentStore<Session | null>(key, null, isSession)
  const ranOut = createStore(false)
  return {
    store,
    /** The portal ended the session while it was in use; who signs out is not told so. */
    ranOut,
    token: () => store.get()?.token,
    /** Keeps a new session; `null` signs out on this device. */
    keep(session: Session | null): void {
      ranOut.set(false)
      store.set(session)
    },
    forget(): void {
      ranOut.set(true)
      store.set(null)
    },
  }
}

const requester = seat('session')
const staff = seat('desk-session')

/** A citizen and a member of staff may use the same browser: each has a session of their own. */
export const sessions = {
  requester,
  staff,
  /** The portal no longer knows this token. */
  forget(token: string): void {
    for (const one of [requester, staff]) if (one.token() === token) one.forget()
  },
}
