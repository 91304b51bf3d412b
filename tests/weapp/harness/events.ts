import type { Phone } from './phone'
import type { Fn } from './realm'
import type { Scope, ViewNode } from './viewNode'

export interface EventToDispatch {
  type: string
  detail: unknown
  /** Whether nodes around hear it too; touch events do, most others do not. */
  bubbles: boolean
  /** Whether it leaves the component in which it began; touch events do. */
  composed: boolean
}

type Phase = 'capture' | 'bubble'

interface Listener {
  handler: string
  catches: boolean
  mutual: boolean
}

/** `bindtap`, `bind:tap`, `catchtap`, `catch:tap`, `mut-bind:tap`, `capture-bind:tap`, `capture-catch:tap`. */
const listenerOf = (node: ViewNode, type: string, phase: Phase): Listener | undefined => {
  const prefixes = phase === 'capture' ? ['capture-bind', 'capture-catch'] : ['bind', 'catch', 'mut-bind']
  for (const prefix of prefixes) {
    const handler = node.attr[`${prefix}:${type}`] ?? node.attr[`${prefix}${type}`]
    if (typeof handler === 'string' && handler !== '') {
      return { handler, catches: prefix.endsWith('catch'), mutual: prefix === 'mut-bind' }
    }
  }
  return undefined
}

const describeTarget = (node: ViewNode) => ({
  id: node.id,
  dataset: node.dataset,
  offsetLeft: 0,
  offsetTop: 0,
})

/** The target as a listener in `scope` may see it: what is inside a component is hidden behind it. */
const retarget = (target: ViewNode, scope: Scope): ViewNode =>
  target.closest((node) => node.scope === scope) ?? target

const pathOf = (node: ViewNode, { bubbles, composed }: EventToDispatch): ViewNode[] => {
  if (!bubbles) return [node]
  const path = [...node.ancestors()]
  return composed ? path : path.filter((ancestor) => ancestor.scope === node.scope)
}

/** Runs the listeners of an event from the outside in (capture) and back out (bubble); says how many there were. */
export const dispatch = (phone: Phone, node: ViewNode, event: EventToDispatch): number => {
  const path = pathOf(node, event)
  const marks = Object.fromEntries(
    path.flatMap(({ attr }) => Object.entries(attr).filter(([name]) => name.startsWith('mark:'))),
  )
  const steps: [ViewNode, Phase][] = [
    ...path.toReversed().map((at): [ViewNode, Phase] => [at, 'capture']),
    ...path.map((at): [ViewNode, Phase] => [at, 'bubble']),
  ]
  let handled = 0
  let mutualHeard = false
  for (const [at, phase] of steps) {
    const listener = listenerOf(at, event.type, phase)
    if (!listener || (listener.mutual && mutualHeard)) continue
    mutualHeard ||= listener.mutual
    handled++
    const { id, object } = at.scope
    const method = object[listener.handler]
    phone.guard(`${id} ${listener.handler}`, () => {
      if (typeof method !== 'function') {
        throw new Error(`there is no method "${listener.handler}" for the event "${event.type}"`)
      }
      const given = {
        type: event.type,
        timeStamp: Date.now(),
        detail: event.detail ?? {},
        target: describeTarget(retarget(node, at.scope)),
        currentTarget: describeTarget(at),
        mark: Object.fromEntries(Object.entries(marks).map(([name, value]) => [name.slice(5), value])),
        touches: [],
        changedTouches: [],
      }
      return (method as Fn).call(object, phone.realm.adopt(given))
    })
    if (listener.catches) break
  }
  return handled
}

/** Whether a dispatch would find a listener. */
export const isHeard = (node: ViewNode, type: string, bubbles: boolean): boolean =>
  (bubbles ? [...node.ancestors()] : [node]).some(
    (at) => listenerOf(at, type, 'bubble') !== undefined || listenerOf(at, type, 'capture') !== undefined,
  )
