/** The life of an order as a mermaid diagram, made from the transition table. */
import {
  type OrderStatus,
  ORDER_ACTION_WORDS,
  ORDER_ACTIONS,
  ORDER_STATUS_WORDS,
  ORDER_STATUSES,
} from '@jiesu/shared-types'
import { TRANSITIONS } from '../../portal-api/src/orders/rules/transitions'

const node = (status: OrderStatus): string => status.replaceAll('-', '_')

export const orderLifeDiagram = (): string => {
  const names = ORDER_STATUSES.map((status) => `    state "${ORDER_STATUS_WORDS[status]}" as ${node(status)}`)
  const arrows = ORDER_ACTIONS.flatMap((action) =>
    TRANSITIONS[action].from.flatMap((from) =>
      TRANSITIONS[action].to
        .filter((to) => to !== from)
        .map((to) => `    ${node(from)} --> ${node(to)}: ${ORDER_ACTION_WORDS[action]}`),
    ),
  )
  return ['```mermaid', 'stateDiagram-v2', ...names, '    [*] --> submitted: 提交', ...arrows, '```'].join(
    '\n',
  )
}
