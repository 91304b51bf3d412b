/** An order as it was right after each of its events, and which units each event concerns. Folded, never stored twice. */
import { maySeeEvent } from '../../identity/rules/policies'
import type { RecordedEvent } from '../../orders/rules/events'
import { begin, evolve } from '../../orders/rules/evolve'
import type { AppealFacts, Order } from '../../orders/rules/order'

export interface Step {
  readonly event: RecordedEvent
  /** 1 for the first event of the order. */
  readonly sequence: number
  /** The order right after the event. */
  readonly order: Order
  /** When it was first accepted, if that has happened. */
  readonly acceptedAt: Date | undefined
  /** Main unit and co-units right after the event. */
  readonly units: readonly string[]
  /** Units from which the event took the order away. */
  readonly left: readonly string[]
}

/** Only what was handed in: what happened afterwards comes from the events again. */
const appealOf = (order: Order): AppealFacts => ({
  city: order.city,
  requester: order.requester,
  kind: order.kind,
  category: order.category,
  facts: order.facts,
  place: order.place,
  text: order.text,
  confidentiality: order.confidentiality,
  attachments: order.attachments,
  findings: order.findings,
  insisted: order.insisted,
})

export const unitsOf = ({ assignment }: Pick<Order, 'assignment'>): readonly string[] =>
  assignment === undefined ? [] : [assignment.unitId, ...assignment.coUnitIds]

/** @param events all events of the order, from the first on. */
export const history = (order: Order, events: readonly RecordedEvent[]): readonly Step[] => {
  const steps: Step[] = []
  let before = begin(order.number, appealOf(order), order.submittedAt)
  let acceptedAt: Date | undefined
  for (const [i, event] of events.entries()) {
    const after = evolve(before, event)
    if (event.type === 'accepted') acceptedAt ??= event.at
    const units = unitsOf(after)
    const left = unitsOf(before).filter((unit) => !units.includes(unit))
    steps.push({ event, sequence: i + 1, order: after, acceptedAt, units, left })
    before = after
  }
  return steps
}

/**
 * The units that are told of an event: those that have the order, and those that it was taken away from. A rating is
 * told nobody before the case is concluded; it comes with the conclusion.
 */
export const audience = ({
  event,
  order,
  units,
  left,
}: Pick<Step, 'event' | 'order' | 'units' | 'left'>): readonly string[] =>
  maySeeEvent({ role: 'handler' }, event, order) ? [...units, ...left] : []
