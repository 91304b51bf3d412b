/** For whoever looks after the exchange: how each system goes, what was given up, and another try for it. */
import {
  type DeadDelivery,
  type ExchangeSystemView,
  listDeadDeliveries,
  listExchangeSystems,
  replayDelivery,
  replaySystem,
  shanghaiInstant,
} from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Caller, StaffCaller } from '../identity/caller'
import { mayTendExchange } from '../identity/rules/policies'
import type { Binder } from '../platform/http/bind'
import type { Logger } from '../platform/log'
import { Refused } from '../platform/problems'
import type { Delivery, ExchangeDeliveries } from './deliveries.store'
import type { ExchangeSystem, ExchangeSystems } from './systems.store'

export interface ExchangeDeskParts {
  readonly cities: ReadonlyMap<string, City>
  readonly systems: Pick<ExchangeSystems, 'list'>
  readonly deliveries: Pick<ExchangeDeliveries, 'count' | 'dead' | 'replay' | 'systemOfDead'>
  readonly log: Logger
}

const keeperOf = ({ staff }: Caller): StaffCaller => {
  if (staff === undefined) throw new Refused('sign-in-required')
  if (!mayTendExchange(staff.role))
    throw new Refused('not-yours', { detail: '部门系统对接由本市管理员维护，请联系管理员查看或重新推送。' })
  return staff
}

const deadView = (delivery: Delivery): DeadDelivery => ({
  id: delivery.id,
  system: delivery.system,
  event: delivery.event,
  number: delivery.number,
  type: delivery.type,
  at: shanghaiInstant(delivery.at),
  tries: delivery.tries,
  lastTriedAt: shanghaiInstant(delivery.lastTriedAt ?? delivery.nextAt),
  why: delivery.why ?? '',
})

export const exchangeDeskRoutes = (bind: Binder, parts: ExchangeDeskParts): void => {
  const { cities, systems, deliveries, log } = parts

  const systemView = async (system: ExchangeSystem): Promise<ExchangeSystemView> => {
    const unit = cities.get(system.city)?.units.find(({ id }) => id === system.unitId)
    const [waiting, dead] = await Promise.all([
      deliveries.count(system.id, 'waiting'),
      deliveries.count(system.id, 'dead'),
    ])
    const { lastSuccessAt, lastFailure } = system
    return {
      id: system.id,
      name: system.name,
      unit: { id: system.unitId, name: unit?.name ?? system.unitId },
      url: system.url,
      waiting,
      dead,
      ...(lastSuccessAt === undefined ? {} : { lastSuccessAt: shanghaiInstant(lastSuccessAt) }),
      ...(lastFailure === undefined
        ? {}
        : { lastFailure: { at: shanghaiInstant(lastFailure.at), why: lastFailure.why } }),
    }
  }

  /** @throws Refused `not-found` for systems of other cities, as for those that do not exist. */
  const ownSystem = async (staff: StaffCaller, id: string | undefined): Promise<ExchangeSystem> => {
    const found = (await systems.list(staff.city)).find((system) => system.id === id)
    if (found === undefined) throw new Refused('not-found')
    return found
  }

  bind(listExchangeSystems, async ({ caller }) => {
    const { city } = keeperOf(caller)
    return { systems: await Promise.all((await systems.list(city)).map(systemView)) }
  })

  bind(listDeadDeliveries, async ({ caller, query }) => {
    const { city } = keeperOf(caller)
    const found = await deliveries.dead({ city, system: query.system }, query.after, query.limit + 1)
    const page = found.slice(0, query.limit)
    const last = page.at(-1)
    return {
      deliveries: page.map(deadView),
      ...(found.length > page.length && last !== undefined ? { next: last.id } : {}),
    }
  })

  bind(replayDelivery, async ({ caller, params, now }) => {
    const staff = keeperOf(caller)
    await ownSystem(staff, await deliveries.systemOfDead(params.delivery))
    const replayed = await deliveries.replay({ id: params.delivery }, now)
    log.info({ staff: staff.id, delivery: params.delivery, replayed }, 'deliveries replayed')
    return { replayed }
  })

  bind(replaySystem, async ({ caller, params, now }) => {
    const staff = keeperOf(caller)
    const { id } = await ownSystem(staff, params.system)
    const replayed = await deliveries.replay({ system: id }, now)
    log.info({ staff: staff.id, system: id, replayed }, 'deliveries replayed')
    return { replayed }
  })
}
