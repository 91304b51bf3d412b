/** Whose order it is among units: the main unit acts, co-handling units read along and answer what was given to them. */
import { isUnitRole } from '@jiesu/shared-types/vocabulary'
import type { Actor, Order } from './order'

/** True for the people of the main unit (主办单位). */
export const isOfMainUnit = (actor: Actor, order: Pick<Order, 'assignment'>): boolean =>
  isUnitRole(actor.role) && actor.unitId !== undefined && actor.unitId === order.assignment?.unitId

/** True for the people of the main unit and of co-handling units. */
export const isOfUnit = (actor: Actor, order: Pick<Order, 'assignment'>): boolean =>
  isOfMainUnit(actor, order) ||
  (isUnitRole(actor.role) &&
    actor.unitId !== undefined &&
    (order.assignment?.coUnitIds ?? []).includes(actor.unitId))
