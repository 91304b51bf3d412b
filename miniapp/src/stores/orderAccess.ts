import { persistentStore } from './store'

interface KnownOrder {
  number: string
  token: string
}

const isList = (kept: unknown): kept is KnownOrder[] => Array.isArray(kept)
const known = persistentStore<KnownOrder[]>('orders', [], isList)
const MOST = 30

/**
 * Orders that were submitted or looked up on this device, newest first, each with the token that opens it for a
 * while without signing in. The query code itself is never kept.
 */
export const orderAccess = {
  store: known,
  token: (number: string): string | undefined => known.get().find((one) => one.number === number)?.token,
  keep(number: string, token: string): void {
    known.set([{ number, token }, ...known.get().filter((one) => one.number !== number)].slice(0, MOST))
  },
  forget(number: string): void {
    known.set(known.get().filter((one) => one.number !== number))
  },
}
