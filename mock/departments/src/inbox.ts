import { createHmac, timingSafeEqual } from 'node:crypto'
import type { UnitSystem } from './systems'

/** An event that a system took. */
export interface Received {
  system: string
  id: string
  type: string
  number: string
  sequence: number
  body: Record<string, unknown>
  /** The bytes as they came. */
  raw: string
  /** ISO instant, UTC. */
  receivedAt: string
}

export interface Push {
  timestamp: string
  signature: string
  delivery: string
  raw: string
}

export interface Refused {
  status: 400 | 401 | 409
  code: 'bad_signature' | 'stale' | 'bad_event' | 'out_of_order'
  message: string
}

/** A push that is older, or from further in the future, is somebody else's copy. */
const TOLERANCE_SECONDS = 300

const refuse = (status: Refused['status'], code: Refused['code'], message: string): Refused => ({
  status,
  code,
  message,
})

const isSigned = ({ timestamp, signature, raw }: Push, secret: string): boolean => {
  const right = Buffer.from(`v1=${createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest('hex')}`)
  const given = Buffer.from(signature)
  return right.length === given.length && timingSafeEqual(right, given)
}

const parse = (raw: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Takes pushes as a careful integrator does: signature, age, each event once, an order's events in their order. */
export class Inbox {
  readonly received: Received[] = []
  /** Pushes of events that were there already. */
  repeats = 0

  constructor(private readonly now: () => number) {}

  take(system: UnitSystem, push: Push): Received | 'repeated' | Refused {
    if (!isSigned(push, system.secret))
      return refuse(401, 'bad_signature', 'X-Jiesu-Signature does not fit the body')
    const age = Math.abs(this.now() / 1000 - Number(push.timestamp))
    if (!(age <= TOLERANCE_SECONDS))
      return refuse(401, 'stale', 'X-Jiesu-Timestamp is more than five minutes off')
    const body = parse(push.raw)
    const { id, number, sequence, type } = body ?? {}
    if (
      body === undefined ||
      id !== push.delivery ||
      typeof id !== 'string' ||
      typeof number !== 'string' ||
      typeof sequence !== 'number' ||
      typeof type !== 'string'
    )
      return refuse(400, 'bad_event', 'id, number, sequence and type must be there; id is X-Jiesu-Delivery')
    const own = this.received.filter((one) => one.system === system.id)
    if (own.some((one) => one.id === id)) {
      this.repeats++
      return 'repeated'
    }
    if (own.some((one) => one.number === number && one.sequence >= sequence))
      return refuse(409, 'out_of_order', `a later event of ${number} is already here`)
    const receivedAt = new Date(this.now()).toISOString()
    const entry = { system: system.id, id, type, number, sequence, body, raw: push.raw, receivedAt }
    this.received.push(entry)
    return entry
  }
}
