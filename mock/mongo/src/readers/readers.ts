import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { encode } from '../bson/codec'
import type { Doc } from '../bson/value'
import { errorReply } from '../commands/run'
import type { Answer, Question, ReaderData } from './messages'

/** Beside the main thread; more would only share the disk's cache and the processors. */
export const READERS = 2

/** The reader that keeps all snapshots. */
export const SNAPSHOT_READER = 1

interface Reader {
  readonly worker: Worker
  readonly waiting: Map<number, (reply: Buffer) => void>
  readonly gone: Promise<void>
}

/** The reader threads, each started when it is first needed. */
export class Readers {
  private readonly running = new Map<number, Reader>()
  private lastId = 0
  private closing = false

  constructor(
    private readonly folder: string,
    private readonly onFault: (fault: unknown) => void,
  ) {}

  /** Has a command that does not write answered by the reader `keeper`, or by the one with the least to do. */
  answer(body: Doc, connectionId: number, now: Date, keeper = this.idlest()): Promise<Buffer> {
    if (this.closing) return Promise.resolve(errorReply(new Error('The data folder is being closed.')))
    const { worker, waiting } = this.reader(keeper)
    const id = ++this.lastId
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      worker.postMessage({ kind: 'command', id, body: encode(body), connectionId, now } satisfies Question)
    })
  }

  /** Cursors and snapshots that nobody asks for any more go away. */
  sweep(now: Date): void {
    for (const { worker } of this.running.values())
      worker.postMessage({ kind: 'sweep', now } satisfies Question)
  }

  async close(): Promise<void> {
    this.closing = true
    for (const { worker } of this.running.values()) worker.postMessage({ kind: 'close' } satisfies Question)
    await Promise.all([...this.running.values()].map(({ gone }) => gone))
  }

  private idlest(): number {
    const load = (keeper: number) => this.running.get(keeper)?.waiting.size ?? 0
    const keepers = Array.from({ length: READERS }, (_, position) => position + 1)
    return keepers.reduce((best, keeper) => (load(keeper) < load(best) ? keeper : best))
  }

  private reader(keeper: number): Reader {
    const running = this.running.get(keeper)
    if (running) return running
    const workerData: ReaderData = { folder: this.folder, keeper }
    const worker = new Worker(join(__dirname, 'thread.ts'), {
      workerData,
      // Node's hooks for TypeScript modules do not reach threads; those for CommonJS do.
      execArgv: ['--require', require.resolve('tsx/cjs')],
    })
    const waiting: Reader['waiting'] = new Map()
    worker.on('message', ({ id, reply, fault }: Answer) => {
      if (fault !== undefined) this.onFault(new Error(fault))
      waiting.get(id)?.(Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength))
      waiting.delete(id)
    })
    worker.on('error', this.onFault)
    const gone = new Promise<void>((resolve) =>
      worker.once('exit', () => {
        this.running.delete(keeper)
        for (const give of waiting.values()) give(errorReply(new Error('The reader thread has ended.')))
        resolve()
      }),
    )
    const reader = { worker, waiting, gone }
    this.running.set(keeper, reader)
    return reader
  }
}
