/** What an event promises: by when the requester is answered. */
import { sayDue } from '@jiesu/shared-types/vocabulary'
import type { OrderEvent } from '../../orders/rules/events'

const promisesIn = (event: OrderEvent): readonly { readonly dueAt: Date }[] => {
  if (event.type === 'accepted' || event.type === 'redo-ordered') return event.promises
  if (event.type === 'extension-granted') return [event]
  return event.type === 'promise-recomputed' ? event.changes.filter((change) => !change.provisional) : []
}

/** The last milestone is the answer itself; nothing when the event promises nothing. */
export const lastPromise = (event: OrderEvent): Date | undefined => promisesIn(event).at(-1)?.dueAt

/** In words; empty when the event promises nothing. */
export const promisedUntil = (event: OrderEvent, now: Date): string => {
  const last = lastPromise(event)
  return last === undefined ? '' : sayDue(last, now)
}
