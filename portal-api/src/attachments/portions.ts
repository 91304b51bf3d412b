export type Chunks = AsyncIterable<Buffer>

/** Bytes as they arrive, taken in the portions that a format asks for. */
export class Portions {
  private held: Buffer = Buffer.alloc(0)
  private readonly source: AsyncIterator<Buffer>
  constructor(chunks: Chunks) {
    this.source = chunks[Symbol.asyncIterator]()
  }
  private async more(): Promise<boolean> {
    const next = await this.source.next()
    if (next.done === true) return false
    this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value])
    return true
  }
  /** So many bytes, or the fewer that there are. */
  async take(count: number): Promise<Buffer> {
    while (this.held.length < count && (await this.more()));
    const taken = this.held.subarray(0, count)
    this.held = this.held.subarray(taken.length)
    return taken
  }
  /** So many bytes, in pieces as they arrive. */
  async *pass(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0;) {
      if (this.held.length === 0 && !(await this.more())) return
      const piece = await this.take(Math.min(left, this.held.length))
      left -= piece.length
      yield piece
    }
  }
  /** Everything up to a JPEG marker that ends coded picture data; the marker itself comes next. */
  async *untilMarker(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.held.length < 2 && !(await this.more())) {
        yield await this.take(this.held.length)
        return
      }
      const at = this.held.indexOf(0xff)
      if (at < 0) {
        yield await this.take(this.held.length)
        continue
      }
      if (at > 0) yield await this.take(at)
      if (this.held.length < 2 && !(await this.more())) continue
      const next = this.held[1] ?? 0
      // A stuffed byte, a restart marker or a fill byte belong to the data.
      if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return
      yield await this.take(next === 0xff ? 1 : 2)
    }
  }
  /** Reads what is left and forgets it. */
  async drain(): Promise<void> {
    this.held = Buffer.alloc(0)
    while (!(await this.source.next()).done);
  }
}
