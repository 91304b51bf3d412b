import type { Socket } from 'node:net'
import { Framer } from './framer'
import { frameReply, parseMessage, ProtocolError, type Message } from './message'

/** Requests that may wait on one connection before the engine stops reading from it. */
const MAX_WAITING = 64

/** How long a client may take to read its last answers when the engine closes. */
const GRACE_MS = 1000

/** Serves one client: its requests are answered one after the other, in their order. */
export class Connection {
  private readonly framer = new Framer()
  private waiting = 0
  private closing = false
  private queue: Promise<void> = Promise.resolve()

  constructor(
    private readonly socket: Socket,
    private readonly answer: (message: Message) => Promise<Buffer>,
  ) {
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.receive(chunk))
    // A client that goes away is no error; 'close' follows and the server forgets the connection.
    socket.on('error', () => undefined)
  }

  /** Waits for the answers under way and sends them, then hangs up; on a client that does not read, in any case. */
  async close(): Promise<void> {
    this.closing = true
    this.socket.pause()
    await this.queue
    this.socket.destroySoon()
    setTimeout(() => this.socket.destroy(), GRACE_MS).unref()
  }

  private receive(chunk: Buffer): void {
    try {
      for (const bytes of this.framer.push(chunk)) this.enqueue(bytes)
    } catch (error) {
      this.hangUp(error)
    }
  }

  private enqueue(bytes: Buffer): void {
    if (++this.waiting >= MAX_WAITING) this.socket.pause()
    this.queue = this.queue.then(() => this.serve(bytes)).catch((error: unknown) => this.hangUp(error))
  }

  private async serve(bytes: Buffer): Promise<void> {
    const message = parseMessage(bytes)
    const reply = await this.answer(message)
    if (message.expectsReply && this.socket.writable) this.socket.write(frameReply(message, reply))
    if (--this.waiting < MAX_WAITING && !this.closing && this.socket.isPaused()) this.socket.resume()
  }

  private hangUp(error: unknown): void {
    if (!(error instanceof ProtocolError)) process.emitWarning(error instanceof Error ? error : String(error))
    this.socket.destroy()
  }
}
