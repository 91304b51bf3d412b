/** Three units' systems for the demo, played by mock/departments. Their credentials are no secret. */
import type { City } from '../cities/cityData'
import type { Secrets } from '../platform/secrets'
import { registerSystem } from '../exchange/registerSystem'
import type { ExchangeSystems } from '../exchange/systems.store'

const DEMO_SYSTEMS = [
  { city: 'yantai', unitId: 'water-supply' },
  { city: 'yantai', unitId: 'urban-management' },
  { city: 'fuzhou', unitId: 'market-regulation' },
] as const

/** @param baseUrl where mock/departments answers; that can be another address at every start. */
export const seedDemoSystems = async (
  systems: ExchangeSystems,
  secrets: Secrets,
  cities: ReadonlyMap<string, City>,
  baseUrl: string,
): Promise<void> => {
  for (const { city, unitId } of DEMO_SYSTEMS) {
    const unit = cities.get(city)?.units.find(({ id }) => id === unitId)
    if (unit === undefined) continue
    const id = `demo-${city}-${unitId}`
    await registerSystem(
      systems,
      secrets,
      { id, city, unitId, name: `${unit.name}业务系统（演示）`, url: `${baseUrl}/systems/${id}/events` },
      { secret: `demo-secret-of-${id}`, token: `demo-token-of-${id}` },
    )
  }
}
