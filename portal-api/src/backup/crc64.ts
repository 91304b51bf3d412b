/** CRC-64/XZ (ECMA-182, reflected), as mongodump's archives carry it. Halves of 32 bits: BigInt is too slow per byte. */
const POLYNOMIAL = { high: 0xc96c5795, low: 0xd7870f42 }

const TABLE = (() => {
  const high = new Uint32Array(256)
  const low = new Uint32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let h = 0
    let l = byte
    for (let bit = 0; bit < 8; bit++) {
      const odd = l & 1
      l = (l >>> 1) | (h << 31)
      h >>>= 1
      if (odd === 1) {
        h ^= POLYNOMIAL.high
        l ^= POLYNOMIAL.low
      }
    }
    high[byte] = h
    low[byte] = l
  }
  return { high, low }
})()

export class Crc64 {
  private high = 0xffffffff
  private low = 0xffffffff

  add(bytes: Uint8Array): void {
    let { high, low } = this
    for (const byte of bytes) {
      const at = (low ^ byte) & 0xff
      low = ((low >>> 8) | (high << 24)) ^ (TABLE.low[at] ?? 0)
      high = (high >>> 8) ^ (TABLE.high[at] ?? 0)
    }
    this.high = high
    this.low = low
  }

  /** Signed, as BSON keeps it. */
  get value(): bigint {
    const bits = (BigInt(~this.high >>> 0) << 32n) | BigInt(~this.low >>> 0)
    return BigInt.asIntN(64, bits)
  }
}
