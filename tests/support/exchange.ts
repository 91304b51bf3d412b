/** The portal with three units' own systems beside it, as the demo has them; both live in the same time. */
import { ExchangeEvent } from '@jiesu/shared-types'
import { type RunningDepartments, startDepartmentsMock, SYSTEMS } from '../../mock/departments/src/testing'
import { document, findings } from './contract'
import { type As, startPortal, type TestPortal } from './portal'

export const WATER = 'demo-yantai-water-supply'
export const CITY_MANAGEMENT = 'demo-yantai-urban-management'
export const MARKET = 'demo-fuzhou-market-regulation'

/** The token of a unit's system. */
export const asSystem = (id: string): As => {
  const system = SYSTEMS.find((one) => one.id === id)
  if (system === undefined) throw new Error(`no system ${id}`)
  return { session: system.token }
}

export interface ExchangeWorld {
  readonly portal: TestPortal
  readonly departments: RunningDepartments
  /** Seconds go by, and the clock strikes. */
  later(seconds: number): Promise<void>
  /** Ids of the events of an order that a system got, in the order in which they came. */
  got(system: string, number: string): string[]
  stop(): Promise<void>
}

export const startExchange = async (now: string): Promise<ExchangeWorld> => {
  const time: { of?: TestPortal } = {}
  const departments = await startDepartmentsMock({ now: () => time.of?.now.getTime() ?? 0 })
  const portal = await startPortal(now, { settings: { EXCHANGE_DEMO_URL: departments.url } })
  time.of = portal
  return {
    portal,
    departments,
    later: async (seconds) => {
      portal.now = new Date(portal.now.getTime() + seconds * 1000)
      await portal.tick()
    },
    got: (system, number) =>
      departments
        .received(system)
        .filter((event) => event.number === number)
        .map((event) => event.id),
    stop: async () => {
      await portal.stop()
      await departments.stop()
    },
  }
}

/** The event as it was pushed. @throws when it is not what the contract says. */
export const eventOf = (raw: string): ExchangeEvent => {
  const value: unknown = JSON.parse(raw)
  const wrong = findings(document.components.schemas['ExchangeEvent'] ?? {}, value)
  if (wrong.length > 0) throw new Error(`no right event: ${wrong.join('\n')}`)
  return ExchangeEvent.parse(value)
}
