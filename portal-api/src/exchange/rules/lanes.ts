/**
 * What may be delivered now. The deliveries of one order to one system are a lane: they go one after the other, and
 * one that waits or was given up holds those behind it. Lanes do not wait for each other.
 */

export interface Outstanding {
  readonly id: string
  readonly number: string
  readonly sequence: number
  readonly state: 'waiting' | 'dead'
  readonly nextAt: Date
  /** Somebody is delivering it, until then at most. */
  readonly takenUntil?: Date | undefined
}

export interface Choice<D> {
  /** The first of its lane, and its time has come. */
  readonly deliver: readonly D[]
  /** Due by themselves, but not before another one of their lane: looked at again then. */
  readonly putBack: readonly { readonly id: string; readonly until: Date }[]
}

/** A lane that is held by a dead delivery is looked at again so late; a replay wakes it at once. */
const HELD_MS = 3_600_000

/** @param outstanding all waiting and dead deliveries of some orders to one system. */
export const chooseDeliveries = <D extends Outstanding>(outstanding: readonly D[], now: Date): Choice<D> => {
  const first = new Map<string, D>()
  for (const one of outstanding) {
    const known = first.get(one.number)
    if (known === undefined || one.sequence < known.sequence) first.set(one.number, one)
  }
  const deliver = [...first.values()].filter(
    ({ state, nextAt, takenUntil }) =>
      state === 'waiting' && nextAt <= now && (takenUntil === undefined || takenUntil <= now),
  )
  const putBack = outstanding.flatMap((one) => {
    const head = first.get(one.number)
    if (head === undefined || head === one || one.state === 'dead' || one.nextAt > now) return []
    if (head.state === 'dead') return [{ id: one.id, until: new Date(now.getTime() + HELD_MS) }]
    return head.nextAt > now ? [{ id: one.id, until: head.nextAt }] : []
  })
  return { deliver, putBack }
}
