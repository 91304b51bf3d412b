import { HEADER_BYTES, MAX_MESSAGE_BYTES, ProtocolError } from './message'

/** Cuts a byte stream into messages, each of which begins with its own length. */
export class Framer {
  private chunks: Buffer[] = []
  private bytes = 0

  /**
   * Takes the next bytes of the stream and returns the messages that are complete by now.
   *
   * @throws ProtocolError if a length is impossible
   */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk)
    this.bytes += chunk.length
    const messages: Buffer[] = []
    for (
      let length = this.nextLength();
      length !== undefined && length <= this.bytes;
      length = this.nextLength()
    )
      messages.push(this.take(length))
    return messages
  }

  private nextLength(): number | undefined {
    if (this.bytes < HEADER_BYTES) return undefined
    if ((this.chunks[0]?.length ?? 0) < 4) this.chunks = [Buffer.concat(this.chunks)]
    const length = this.chunks[0]?.readInt32LE() ?? 0
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
      throw new ProtocolError(`A message of ${String(length)} bytes is not possible.`)
    return length
  }

  private take(length: number): Buffer {
    const all =
      this.chunks.length === 1 && this.chunks[0] ? this.chunks[0] : Buffer.concat(this.chunks, this.bytes)
    const rest = all.subarray(length)
    this.chunks = rest.length > 0 ? [rest] : []
    this.bytes = rest.length
    return all.subarray(0, length)
  }
}
