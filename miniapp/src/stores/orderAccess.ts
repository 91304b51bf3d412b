import { persistentStore } from './store'

interface KnownOrder {
  number: string
  /** Absent once it is no longer good; the number is then still worth showing. */
  key?: string
}

const isList = (kept: unknown): kept is KnownOrder[] => Array.isArray(kept)
const known = persistentStore<KnownOrder[]>('orders', [], isList)
const MOST = 30

/**
 * Orders that were submitted or looked up on this device, newest first, each with the key that opens it for a
 * while without signing in. The query code itself is never kept.
 */
export const orderAccess = {
  store: known,
  key: (number: string): string | undefined => known.get().find((one) => one.number === number)?.key,
  keep(number: string, key: string): void {
    known.set([{ number, key }, ...known.get().filter((one) => one.number !== number)].slice(0, MOST))
  },
  forgetKey(number: string): void {
    known.set(known.get().map((one) => (one.number === number ? { number } : one)))
  },
  forget(number: string): void {
    known.set(known.get().filter((one) => one.number !== number))
  },
}
