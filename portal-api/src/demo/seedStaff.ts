/** Demo accounts for the workbench: every role of a city, and a handler, a manager and a knowledge editor for every unit. Safe to run again: only missing ones are made. */
import type { City } from '../cities/cityData'
import { hashPassword } from '../identity/passwords'
import type { StaffCaller } from '../identity/caller'
import type { StaffStore } from '../identity/staff.store'

export const DEMO_PASSWORD = 'jiesu-demo'

export interface SeededAccount {
  readonly account: string
  readonly name: string
}

/** Roles of which one account a city is enough. */
const SINGLE_ROLES = [
  { role: 'supervisor', name: '督办员 01' },
  { role: 'reviewer', name: '审核员 01' },
  { role: 'callback', name: '回访员 01' },
  { role: 'auditor', name: '审计员 01' },
  { role: 'administrator', name: '管理员 01' },
  { role: 'knowledge-reviewer', name: '知识审核员 01' },
] as const

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
    for (const { role, name } of SINGLE_ROLES)
      await ensure({ id: `${city.id}-${role}`, name, role, city: city.id })
    for (const operator of operators) await ensure({ ...operator, role: 'operator', city: city.id })
    for (const unit of city.units) {
      const of = { city: city.id, unitId: unit.id }
      const id = `${city.id}-${unit.id}`
      await ensure({ ...of, id, name: `${unit.name}经办 01`, role: 'handler' })
      await ensure({ ...of, id: `${id}-manager`, name: `${unit.name}负责人`, role: 'manager' })
      await ensure({ ...of, id: `${id}-editor`, name: `${unit.name}知识编辑`, role: 'knowledge-editor' })
    }
  }
  return made
}
