import { randomInt } from 'node:crypto'
import { RawDocument } from './bson/codec'
import { Long, type Timestamp } from 'bson'
import { fail } from './errors'
import { indexesOf, type Plan } from './store/planner'
import type { Collection } from './store/collection'
import type { Catalogue } from './store/catalogue'

/** A batch stays below this many bytes, unless one document alone is larger. */
const MAX_BATCH_BYTES = 16_000_000

const IDLE_MINUTES = 10

/** What a result depends on: if a collection or an index goes away, its cursors do too. */
export interface Source {
  readonly collection: Collection
  readonly plan: Plan
}

export class Cursor {
  private results: Iterator<Buffer>
  private lookahead: Buffer | undefined

  constructor(
    readonly namespace: string,
    results: Iterable<Buffer>,
    readonly source?: Source,
  ) {
    this.results = results[Symbol.iterator]()
  }

  /** The next results, at most `count`; looks one further to know whether that was all. */
  take(count: number): { batch: Buffer[]; exhausted: boolean } {
    const batch: Buffer[] = []
    let bytes = 0
    for (;;) {
      const next = this.peek()
      if (next === undefined) return { batch, exhausted: true }
      if (batch.length >= count || (batch.length > 0 && bytes + next.length > MAX_BATCH_BYTES))
        return { batch, exhausted: false }
      batch.push(next)
      bytes += next.length
      this.lookahead = undefined
    }
  }

  /** Reads all that is left, so that later batches need no more of the database. */
  readOn(): void {
    this.results = [...{ [Symbol.iterator]: () => this.results }][Symbol.iterator]()
  }

  private peek(): Buffer | undefined {
    if (!this.lookahead) {
      const next = this.results.next()
      this.lookahead = next.done ? undefined : next.value
    }
    return this.lookahead
  }

  assertAlive(catalogue: Catalogue): void {
    if (!this.source) return
    const { collection, plan } = this.source
    const current = catalogue.get(collection.namespace)
    if (current?.id !== collection.id) fail('QueryPlanKilled', `collection dropped: ${collection.namespace}`)
    for (const { id, name } of indexesOf(plan))
      if (!current?.indexes.some((index) => index.id === id))
        fail('QueryPlanKilled', `index '${name}' dropped`)
  }
}

/** Of a command that opens a cursor. */
interface Circumstances {
  readonly now: Date
  /** The snapshot that it reads from. */
  readonly atClusterTime?: Timestamp | undefined
  /** What the first batch leaves has to be read at once, within the command's budget. */
  readonly hurry: boolean
}

/** Which thread keeps a cursor stands in its id: 0 is the main thread. */
export const keeperOf = (id: bigint): number => Number(id % KEEPERS)

const KEEPERS = 16n

/** Results that clients fetch batch by batch. */
export class Cursors {
  private readonly open = new Map<bigint, { cursor: Cursor; lastUsed: Date }>()
  private lastId: bigint

  /** @param keeper the number of the thread that keeps them, below 16. */
  constructor(keeper = 0) {
    this.lastId = BigInt(randomInt(2 ** 40)) * KEEPERS + BigInt(keeper)
  }

  /** The first batch of a result, as a reply; what is left waits for `getMore`. */
  firstBatch(
    cursor: Cursor,
    count: number,
    { now, atClusterTime, hurry }: Circumstances,
    singleBatch = false,
  ): Buffer {
    const { batch, exhausted } = count === 0 ? { batch: [], exhausted: false } : cursor.take(count)
    const isOver = exhausted || singleBatch
    if (!isOver && hurry) cursor.readOn()
    const id = isOver ? 0n : this.keep(cursor, now)
    return cursorReply('firstBatch', batch, {
      id: Long.fromBigInt(id),
      ns: cursor.namespace,
      ...(atClusterTime && { atClusterTime }),
    })
  }

  nextBatch(id: bigint, namespace: string, count: number, catalogue: Catalogue, now: Date): Buffer {
    const entry = this.open.get(id)
    if (entry?.cursor.namespace !== namespace)
      return fail('CursorNotFound', `cursor id ${String(id)} not found`)
    this.open.delete(id)
    entry.cursor.assertAlive(catalogue)
    const { batch, exhausted } = entry.cursor.take(count)
    if (!exhausted) this.open.set(id, { cursor: entry.cursor, lastUsed: now })
    return cursorReply('nextBatch', batch, { id: Long.fromBigInt(exhausted ? 0n : id), ns: namespace })
  }

  /** Says whether there was such a cursor. */
  kill(id: bigint): boolean {
    return this.open.delete(id)
  }

  forgetIdle(now: Date): void {
    for (const [id, { lastUsed }] of this.open)
      if (now.getTime() - lastUsed.getTime() > IDLE_MINUTES * 60_000) this.open.delete(id)
  }

  private keep(cursor: Cursor, now: Date): bigint {
    this.lastId += KEEPERS
    this.open.set(this.lastId, { cursor, lastUsed: now })
    return this.lastId
  }
}

const cursorReply = (
  field: 'firstBatch' | 'nextBatch',
  batch: readonly Buffer[],
  fields: Record<string, unknown>,
): Buffer =>
  new RawDocument()
    .document('cursor', new RawDocument().documents(field, batch).fields(fields).finish())
    .fields({ ok: 1 })
    .finish()
