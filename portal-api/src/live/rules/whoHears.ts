/** 实时更新: who hears of which change. Only that there is one is told; what it is, the ordinary views decide. */
import { isUnitRole } from '@jiesu/shared-types/vocabulary'
import { maySeeEvent, maySeeOrder, type Reader } from '../../identity/rules/policies'
import type { Change } from './news'

export type Listener =
  | { readonly kind: 'desk'; readonly reader: Reader }
  /** The requester, at the page of one order. */
  | { readonly kind: 'order'; readonly number: string }

/** `gone`: the order is no longer theirs to see. */
export type Hearing = 'changed' | 'gone'

/**
 * Whoever may see the order and at least one of the new events hears that it changed: that somebody was called back,
 * or that a card was given, is not to be guessed from an announcement. A unit that lost the order by this change hears
 * that it is gone, so that its list does not go on showing it.
 */
export const hears = (listener: Listener, change: Change): Hearing | undefined => {
  const sees = (role: Reader['role'] | 'requester') =>
    change.events.some((event) => maySeeEvent({ role }, event, { state: { status: change.status } }))
  if (listener.kind === 'order')
    return listener.number === change.number && sees('requester') ? 'changed' : undefined
  const { reader } = listener
  if (maySeeOrder(reader, change)) return sees(reader.role) ? 'changed' : undefined
  const hadIt =
    reader.city === change.city &&
    isUnitRole(reader.role) &&
    reader.unitId !== undefined &&
    change.unitsBefore.includes(reader.unitId)
  return hadIt ? 'gone' : undefined
}
