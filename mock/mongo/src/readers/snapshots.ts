import { Timestamp } from 'bson'
import { firstField, isDoc, isTimestamp, type Doc } from '../bson/value'
import { fail, notSupported } from '../errors'
import type { Environment } from '../store/environment'
import type { ReadView } from '../store/transaction'
import { sessionOf } from '../commands/run'

/** An open snapshot keeps LMDB from using pages again, so nobody may forget one. */
const IDLE_MINUTES = 5

const READING = new Set(['find', 'aggregate', 'distinct'])

interface Snapshot {
  readonly time: Timestamp
  readonly view: () => ReadView
  readonly release: () => void
  lastUsed: Date
}

/** Says whether a command asks for the read concern "snapshot"; refuses where MongoDB refuses. */
export function asksForSnapshot(body: Doc): boolean {
  const { readConcern } = body
  if (!isDoc(readConcern) || readConcern.level !== 'snapshot') return false
  const name = firstField(body) ?? ''
  // Drivers say it again with each batch; the cursor reads from its snapshot anyway.
  if (name === 'getMore') return false
  if (!READING.has(name)) fail('InvalidOptions', `read concern snapshot is not supported by ${name}`)
  return true
}

/** Snapshots that sessions read from over several commands: MongoDB's read concern "snapshot" outside transactions. */
export class Snapshots {
  private readonly bySession = new Map<string, Snapshot>()
  private lastTime = 0n

  constructor(private readonly environment: Environment) {}

  /** The snapshot that a command asks for: a new one, or the one whose time it names. */
  for(body: Doc, now: Date): Pick<Snapshot, 'time' | 'view'> {
    const session = this.keyOf(body) ?? notSupported('the read concern "snapshot" outside a session')
    const { atClusterTime } = body.readConcern as Doc
    if (!isTimestamp(atClusterTime)) return this.open(session, now)
    const known = this.bySession.get(session)
    if (!known?.time.equals(atClusterTime))
      return fail('SnapshotUnavailable', 'Read timestamp is not available any more.')
    return known
  }

  /** The session goes on reading, be it by a cursor. */
  touch(body: Doc, now: Date): void {
    const snapshot = this.bySession.get(this.keyOf(body) ?? '')
    if (snapshot) snapshot.lastUsed = now
  }

  forgetIdle(now: Date): void {
    for (const [session, { lastUsed }] of this.bySession)
      if (now.getTime() - lastUsed.getTime() > IDLE_MINUTES * 60_000) this.release(session)
  }

  releaseAll(): void {
    for (const session of this.bySession.keys()) this.release(session)
  }

  private open(session: string, now: Date): Snapshot {
    this.release(session)
    const { view, release } = this.environment.snapshot()
    const snapshot = { time: this.nextTime(now), view, release, lastUsed: now }
    this.bySession.set(session, snapshot)
    return snapshot
  }

  private release(session: string): void {
    this.bySession.get(session)?.release()
    this.bySession.delete(session)
  }

  /** Seconds and a counter, as MongoDB's; never the same twice. */
  private nextTime(now: Date): Timestamp {
    const seconds = BigInt(Math.floor(now.getTime() / 1000)) << 32n
    this.lastTime = this.lastTime >= seconds ? this.lastTime + 1n : seconds + 1n
    return Timestamp.fromString(this.lastTime.toString(), 10)
  }

  private keyOf(body: Doc): string | undefined {
    return sessionOf(body)?.toString('hex')
  }
}
