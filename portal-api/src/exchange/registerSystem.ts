/** Gives a unit's system what it needs to take part: an id, a secret to know our signature by, a token of its own. */
import { randomBytes } from 'node:crypto'
import type { Secrets } from '../platform/secrets'
import type { ExchangeSystem, ExchangeSystems } from './systems.store'

export interface Credentials {
  /** Webhooks to the system are signed with it. */
  readonly secret: string
  /** The system's `Authorization: Bearer`. */
  readonly token: string
}

const about = (id: string): string => `exchange ${id}`

export const secretOf = (system: Pick<ExchangeSystem, 'id' | 'secretSealed'>, secrets: Secrets): string =>
  secrets.unseal(system.secretSealed, about(system.id))

/** 256 bits each; shown once, never again. */
export const newCredentials = (): Credentials => ({
  secret: randomBytes(32).toString('base64url'),
  token: randomBytes(32).toString('base64url'),
})

/** `yantai-water-supply-3fa2c1`. */
export const newSystemId = (city: string, unitId: string): string =>
  `${city}-${unitId}-${randomBytes(3).toString('hex')}`

/** Registers a system, or gives a known one new credentials: the old ones are void at once. */
export const registerSystem = (
  systems: Pick<ExchangeSystems, 'save'>,
  secrets: Secrets,
  system: Pick<ExchangeSystem, 'id' | 'city' | 'unitId' | 'name' | 'url'>,
  { secret, token }: Credentials,
): Promise<void> => {
  const { id, city, unitId, name, url } = system
  return systems.save({ id, city, unitId, name, url, secretSealed: secrets.seal(secret, about(id)) }, token)
}
