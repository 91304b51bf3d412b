/** What a story of the demo is: what people do with an order, and how it has to end. */
import type { OrderStatus } from '@jiesu/shared-types'
import type { Order } from '../orders/rules/order'
import type { Deeds } from './deeds'
import type { Dice } from './dice'
import type { DemoAppeal } from './texts'
import type { World } from './world'

export interface Stage {
  readonly deeds: Deeds
  readonly world: World
  readonly dice: Dice
}

/** Which appeals a story can be about. */
export type About = 'any' | 'pool' | 'single' | 'asks' | 'alike' | 'contested' | 'outage' | 'consult' | 'law'

export interface Story {
  readonly name: string
  /** How many of them a city gets. */
  readonly count: number
  /** Days before now at which it can have begun. */
  readonly age: readonly [least: number, most: number]
  readonly about?: About
  readonly play: (stage: Stage, appeal: DemoAppeal) => void
  /** Whether it ended as it should; the first order first. */
  readonly ends: (orders: readonly [Order, ...Order[]], now: Date) => boolean
}

export const rests =
  (status: OrderStatus) =>
  ([order]: readonly [Order, ...Order[]]): boolean =>
    order.state.status === status

/** Sent, and with its unit after a while; seen and received soon. */
export const received = ({ deeds, world, dice }: Stage, appeal: DemoAppeal) => {
  const life = deeds.submit(appeal)
  deeds.toUnit(life)
  world.work(dice.between(0, 5))
  deeds.receive(life)
  return life
}

/** Given back by its unit as not its own. */
export const returned = ({ deeds, world, dice }: Stage, appeal: DemoAppeal) => {
  const life = deeds.submit(appeal)
  deeds.toUnit(life)
  world.work(dice.between(0, 2))
  deeds.view(life)
  deeds.returnOrder(life)
  return life
}
