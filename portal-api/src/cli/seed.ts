/** Demo accounts for the workbench: two operators, a supervisor and an administrator per city and one handler for every unit. Safe to run again: only missing ones are made. */
import type { City } from '../cities/cityData'
import { hashPassword } from '../identity/passwords'
import type { StaffCaller } from '../identity/caller'
import type { StaffStore } from '../identity/staff.store'

export const DEMO_PASSWORD = 'jiesu-demo'

export interface SeededAccount {
  readonly account: string
  readonly name: string
}

/** `yantai-operator`, `yantai-water-bureau` … all with the demo password. */
export const seedDemoStaff = async (
  staff: StaffStore,
  cities: ReadonlyMap<string, City>,
): Promise<readonly SeededAccount[]> => {
  const hash = await hashPassword(DEMO_PASSWORD)
  const made: SeededAccount[] = []
  const ensure = async (member: StaffCaller): Promise<void> => {
    if ((await staff.find(member.id)) === undefined) await staff.save(member, hash)
    made.push({ account: member.id, name: member.name })
  }
  for (const city of cities.values()) {
    const operators = [
      { id: `${city.id}-operator`, name: '受理员 01' },
      // Looks again at what the first one declined.
      { id: `${city.id}-operator-2`, name: '受理员 02' },
    ]
    await ensure({ id: `${city.id}-supervisor`, name: '督办员 01', role: 'supervisor', city: city.id })
    await ensure({ id: `${city.id}-administrator`, name: '管理员 01', role: 'administrator', city: city.id })
    for (const operator of operators) await ensure({ ...operator, role: 'operator', city: city.id })
    for (const unit of city.units) {
      const handler = {
        id: `${city.id}-${unit.id}`,
        name: `${unit.name}经办 01`,
        role: 'handler' as const,
        city: city.id,
        unitId: unit.id,
      }
      await ensure(handler)
    }
  }
  return made
}
