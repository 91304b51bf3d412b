/** Looks for changes: what is new since it looked last, whichever portal wrote it. */
import { within } from '../platform/deadline'
import type { Changes } from './changes.store'
import { type Change, type Known, knownAfter, movedOn, newIn } from './rules/news'

/**
 * A change bears the moment at which its request came in, and may be written that much later, by a portal whose clock
 * is a little off: so far back every look reaches again. What comes later still is heard of at the order's next
 * change, or when the page connects anew.
 */
const OVERLAP_MS = 60_000
/** The driver can wait for ever; a look must not. */
const PATIENCE_MS = 15_000

export interface Follow {
  /** Takes everything so far as known, unless that was done: from here on nothing is missed. @throws when the database is away. */
  begin(): Promise<void>
  /** What is new since the last look. @throws when the database is away. */
  look(): Promise<readonly Change[]>
  forget(): void
}

export const makeFollow = (changes: Changes, cities: readonly string[], clock: () => Date): Follow => {
  let last: { readonly at: Date; readonly known: Known } | undefined
  let beginning: Promise<void> | undefined

  const read = async () => {
    const now = clock()
    const known: Known = last?.known ?? new Map()
    // From the last look on, not from now on: what happened while the database was away is not passed over.
    const since = new Date((last?.at ?? now).getTime() - OVERLAP_MS)
    const lately = await changes.since(cities, since)
    const numbers = movedOn(known, lately)
    const looked = numbers.length === 0 ? [] : await changes.of(numbers)
    const news = last === undefined ? [] : looked.map((order) => newIn(known, order, since))
    last = { at: now, known: knownAfter(known, lately, looked) }
    return news
  }

  const look = () => within(PATIENCE_MS, read())
  return {
    begin: async () => {
      if (last !== undefined) return
      beginning ??= look()
        .then(() => undefined)
        .finally(() => {
          beginning = undefined
        })
      await beginning
    },
    look,
    forget: () => {
      last = undefined
    },
  }
}
