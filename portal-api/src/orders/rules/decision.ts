import type { Refusal } from '@jiesu/shared-types/vocabulary'
import type { City } from '../../cities/cityData'
import type { Calendar } from '../../clock/rules/calendar'
import type { OrderEvent } from './events'

/** A rule's answer: what happens, or why not. Refusals are values; the HTTP layer makes problems of them. */
export type Decision =
  | { readonly ok: true; readonly events: readonly OrderEvent[] }
  | {
      readonly ok: false
      readonly refusal: Refusal
      readonly detail?: string | undefined
      /** What is wrong in the input, by JSON Pointer. */
      readonly fields?: readonly { readonly path: string; readonly message: string }[] | undefined
    }

/** Everything beside the order that a rule may look at. */
export interface RuleContext {
  readonly now: Date
  readonly city: City
  readonly calendar: Calendar
}

export const happen = (...events: readonly OrderEvent[]): Decision => ({ ok: true, events })

/** @param detail one sentence for the person: what is so, and what can be done. */
export const refuse = (refusal: Refusal, detail?: string): Decision => ({ ok: false, refusal, detail })

/** Input that does not fit the city's data, said at its field. */
export const refuseFields = (fields: readonly { path: string; message: string }[]): Decision => ({
  ok: false,
  refusal: 'invalid-input',
  fields,
})
