/** Tables that say at every place of a text whether a query asks for what stands there. */

/** The terms or characters of a query, numbered from 1, and the tables for looking them up at every place of a text. */
export interface Slots {
  /** Term or character → its number, 0 where it is not asked. */
  readonly of: Uint16Array
  /** 0 where no key has these low bits: this table stays close to the processor, the other one does not. */
  readonly maybe: Uint8Array
  readonly keys: readonly number[]
  /** By number; 0 for those that are only counted. */
  readonly weights: Float64Array
}

const LOW_BITS = 0x3fff

/** A table as large as the vocabulary is not made anew for every query: what the last one wrote is wiped out. */
class Table {
  of = new Uint16Array(0)
  readonly maybe = new Uint8Array(LOW_BITS + 1)
  private written: readonly number[] = []

  write(size: number, keys: readonly number[]): void {
    if (this.of.length < size) this.of = new Uint16Array(size * 2)
    for (const key of this.written) {
      this.of[key] = 0
      this.maybe[key & LOW_BITS] = 0
    }
    this.written = keys
    keys.forEach((key, i) => {
      this.of[key] = i + 1
      this.maybe[key & LOW_BITS] = 1
    })
  }
}
export const TERMS = new Table()
export const CHARACTERS = new Table()

export const slotsOf = (
  table: Table,
  weights: ReadonlyMap<number, number>,
  size: number,
  others: readonly number[] = [],
): Slots => {
  const keys = [...weights.keys(), ...others.filter((key) => !weights.has(key))].slice(0, 65_535)
  table.write(size, keys)
  return {
    of: table.of,
    maybe: table.maybe,
    keys,
    weights: Float64Array.from([0, ...keys.map((key) => weights.get(key) ?? 0)]),
  }
}

let room = new Uint32Array(4096)

/** Where a key may stand: most of a text is passed over here. Until it is called again. */
export const findHits = (values: Int32Array | Uint16Array, maybe: Uint8Array): Uint32Array => {
  if (room.length < values.length) room = new Uint32Array(values.length * 2)
  let count = 0
  for (let i = 0; i < values.length; i += 1) {
    if (maybe[(values[i] ?? 0) & LOW_BITS] === 0) continue
    room[count] = i
    count += 1
  }
  return room.subarray(0, count)
}
