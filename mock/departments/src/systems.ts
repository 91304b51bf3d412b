/** The three unit systems that are played here; `--demo` registers them at the portal with the same credentials. */
export interface UnitSystem {
  readonly id: string
  /** The unit that the system works for, as the portal's events name it. */
  readonly unit: string
  /** What the portal's pushes are signed with. */
  readonly secret: string
  /** What the system calls the portal with. */
  readonly token: string
}

const demoSystem = (city: string, unit: string): UnitSystem => {
  const id = `demo-${city}-${unit}`
  return { id, unit, secret: `demo-secret-of-${id}`, token: `demo-token-of-${id}` }
}

export const SYSTEMS: readonly UnitSystem[] = [
  demoSystem('yantai', 'water-supply'),
  demoSystem('yantai', 'urban-management'),
  demoSystem('fuzhou', 'market-regulation'),
]
