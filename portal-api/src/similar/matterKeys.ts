/** Keys by which a public matter can be followed: sealed, each time another one, good for a day. */
import { DAY_MS } from '@jiesu/shared-types'
import type { Secrets } from '../platform/secrets'

const ABOUT = 'public matter'

export interface MatterKeys {
  seal(number: string, now: Date): string
  /** @returns the order's number; undefined for what is no key, or an old one. */
  open(key: string, now: Date): string | undefined
}

export const makeMatterKeys = (secrets: Secrets): MatterKeys => ({
  seal: (number, now) => secrets.seal(`${now.getTime() + DAY_MS} ${number}`, ABOUT),
  open: (key, now) => {
    try {
      const [until, number] = secrets.unseal(key, ABOUT).split(' ')
      return Number(until) > now.getTime() ? number : undefined
    } catch {
      // Whatever is no key of ours is nobody's.
      return undefined
    }
  },
})
