/**
 * The portal's clock on the phone. Every answer tells the server's time; the sample with the shortest round trip
 * is the most exact one and is kept until it is old.
 */
const SAMPLE_LIFETIME_MS = 10 * 60_000

export interface ServerClock {
  /** The server's time now, as far as is known; the device's own time before the first answer. */
  now(): Date
  /** `instant`: the server's time while answering; `sentAt`, `receivedAt`: device time in milliseconds. */
  note(instant: string, sentAt: number, receivedAt: number): void
}

export const createServerClock = (deviceTime: () => number = Date.now): ServerClock => {
  let best: { offset: number; roundTrip: number; at: number } | undefined
  return {
    now: () => new Date(deviceTime() + (best?.offset ?? 0)),
    note(instant, sentAt, receivedAt) {
      const server = Date.parse(instant)
      if (Number.isNaN(server)) return
      const roundTrip = receivedAt - sentAt
      const stale = best !== undefined && receivedAt - best.at > SAMPLE_LIFETIME_MS
      if (best !== undefined && !stale && roundTrip > best.roundTrip) return
      best = { offset: server - (sentAt + roundTrip / 2), roundTrip, at: receivedAt }
    },
  }
}

export const serverClock = createServerClock()
