import type { RootDatabase, Transaction } from 'lmdb'
import { afterPrefix } from '../bson/encode'
import { OverBudget, type ReadBudget } from './budget'
import { Catalogue } from './catalogue'
import { CATALOGUE_KEY, VERSION_KEY } from './keys'

export type Lmdb = RootDatabase<Buffer, Buffer>

export interface Entry {
  readonly key: Buffer
  readonly value: Buffer
}

const FIRST_CHUNK = 32
const LATER_CHUNKS = 512

/**
 * Reads the database. Ranges are read in chunks and resumed by key: no LMDB reader stays open between two
 * turns of the event loop, where it would keep old pages from being reused.
 */
export class ReadView {
  protected currentCatalogue: Catalogue | undefined

  /** @param limits.snapshot an LMDB reader that stays open: all that is read is as of when it was opened. */
  constructor(
    protected readonly lmdb: Lmdb,
    private readonly limits: { readonly budget?: ReadBudget; readonly snapshot?: Transaction } = {},
  ) {}

  get(key: Buffer): Buffer | undefined {
    const { budget, snapshot } = this.limits
    const value = snapshot ? this.lmdb.get(key, { transaction: snapshot }) : this.lmdb.get(key)
    budget?.spend(value?.length ?? 0)
    return value
  }

  /** Entries with from ≤ key < to, ascending or descending. */
  range(from: Buffer, to: Buffer, reverse = false): Iterable<Entry> {
    return this.storedRange(from, to, reverse)
  }

  prefixRange(prefix: Buffer): Iterable<Entry> {
    return this.range(prefix, afterPrefix(prefix))
  }

  /** Collections and indexes as of this view's data. */
  get catalogue(): Catalogue {
    return (this.currentCatalogue ??= Catalogue.load(this.lmdb, (key) => this.get(key)))
  }

  /** Number of entries in a range; cheap, nothing is decoded. */
  countPrefix(prefix: Buffer): number {
    const { budget, snapshot } = this.limits
    const range = { start: prefix, end: afterPrefix(prefix), ...(snapshot && { transaction: snapshot }) }
    if (!budget) return this.lmdb.getKeysCount(range)
    const count = this.lmdb.getKeysCount({ ...range, limit: budget.left + 1 })
    if (count > budget.left) throw new OverBudget()
    return count
  }

  private *storedRange(from: Buffer, to: Buffer, reverse: boolean): Iterable<Entry> {
    const { budget, snapshot } = this.limits
    let limit = FIRST_CHUNK
    for (;;) {
      const bounds = reverse
        ? { start: to, exclusiveStart: true, end: from, inclusiveEnd: true, reverse }
        : { start: from, end: to }
      const chunk = [...this.lmdb.getRange({ ...bounds, limit, ...(snapshot && { transaction: snapshot }) })]
      for (const entry of chunk) {
        budget?.spend(entry.value.length)
        yield entry
      }
      const last = chunk[chunk.length - 1]
      if (!last || chunk.length < limit) return
      if (reverse) to = last.key
      else from = Buffer.concat([last.key, Buffer.alloc(1)])
      limit = LATER_CHUNKS
    }
  }
}

/**
 * Collects the effects of one command, and reads through them. They reach LMDB together when the command has
 * succeeded: LMDB commits several commands in one group and could not roll back one of them.
 */
export class WriteTransaction extends ReadView {
  private readonly changes = new Map<string, { key: Buffer; value: Buffer | undefined }>()
  private catalogueChanged = false

  override get(key: Buffer): Buffer | undefined {
    const change = this.changes.get(mapKey(key))
    return change ? change.value : super.get(key)
  }

  override range(from: Buffer, to: Buffer, reverse = false): Iterable<Entry> {
    const stored = super.range(from, to, reverse)
    return this.changes.size === 0 ? stored : this.mergedRange(stored, from, to, reverse)
  }

  override countPrefix(prefix: Buffer): number {
    return this.changes.size === 0 ? super.countPrefix(prefix) : [...this.prefixRange(prefix)].length
  }

  put(key: Buffer, value: Buffer): void {
    this.changes.set(mapKey(key), { key, value })
  }

  remove(key: Buffer): void {
    this.changes.set(mapKey(key), { key, value: undefined })
  }

  removePrefix(prefix: Buffer): void {
    for (const { key } of this.prefixRange(prefix)) this.remove(key)
  }

  changeCatalogue(catalogue: Catalogue): void {
    this.catalogueChanged ||= catalogue !== this.catalogue
    this.currentCatalogue = catalogue
  }

  /** Hands all effects to LMDB; to be called inside an LMDB transaction. */
  flush(): void {
    if (this.catalogueChanged) {
      const { version, stored } = this.catalogue.toStore()
      this.put(VERSION_KEY, version)
      this.put(CATALOGUE_KEY, stored)
    }
    for (const { key, value } of this.changes.values())
      if (value) this.lmdb.putSync(key, value)
      else this.lmdb.removeSync(key)
  }

  private *mergedRange(stored: Iterable<Entry>, from: Buffer, to: Buffer, reverse: boolean): Iterable<Entry> {
    const order = (a: Buffer, b: Buffer) => (reverse ? Buffer.compare(b, a) : Buffer.compare(a, b))
    const changes = [...this.changes.values()]
      .filter(({ key }) => Buffer.compare(key, from) >= 0 && Buffer.compare(key, to) < 0)
      .sort((a, b) => order(a.key, b.key))
    let next = 0
    for (const entry of stored) {
      let replaced = false
      for (
        let change = changes[next];
        change && order(change.key, entry.key) <= 0;
        change = changes[++next]
      ) {
        replaced ||= change.key.equals(entry.key)
        if (change.value) yield { key: change.key, value: change.value }
      }
      if (!replaced) yield entry
    }
    for (const { key, value } of changes.slice(next)) if (value) yield { key, value }
  }
}

/** Keys of a JavaScript map have to be strings; latin1 maps bytes to characters one to one. */
const mapKey = (key: Buffer): string => key.toString('latin1')
