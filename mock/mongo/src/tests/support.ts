import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize } from 'bson'
import { decode, encode } from '../bson/codec'
import type { Doc } from '../bson/value'
import { Engine, type EngineOptions } from '../engine'
import type { Message } from '../wire/message'

/** Plain JavaScript values as the engine gets them from the wire: with BSON types. */
export const typedDoc = (plain: object): Doc => decode(encode(plain as Record<string, unknown>))

export const messageOf = (body: object): Message => ({
  requestId: 1,
  body: typedDoc(body),
  sequences: new Map(),
  expectsReply: true,
  framing: 'message',
})

/** An engine to talk to without sockets. */
export interface TestEngine {
  readonly engine: Engine
  /** Runs a command in the database `app`; an error reply is returned like any other. */
  run(command: object): Promise<Doc>
}

export function openTestEngine(folder: string, options: EngineOptions = {}): TestEngine {
  const engine = Engine.open(folder, { durable: false, ...options })
  return {
    engine,
    run: async (command) => decode(await engine.answer(messageOf({ ...command, $db: 'app' }), 1)),
  }
}

/** An empty folder of its own for a test; `remove` it afterwards. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'jiesu-mongo-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The documents in a reply's first batch. */
export function batchOf(reply: Doc): Doc[] {
  const { firstBatch, nextBatch } = (reply.cursor ?? {}) as Doc
  return (firstBatch ?? nextBatch ?? []) as Doc[]
}

/** An engine for the tests of one file, with a folder that goes away with it. */
export function useTestEngine(
  options: EngineOptions = {},
): Pick<TestEngine, 'run'> & { reopen(): Promise<void>; sweep(): Promise<void> } {
  const folder = temporaryFolder()
  let current: TestEngine | undefined
  const engine = () => (current ??= openTestEngine(folder.path, options))
  afterAll(async () => {
    await current?.engine.close()
    folder.remove()
  })
  return {
    run: (command) => engine().run(command),
    sweep: () => engine().engine.sweep(),
    reopen: async () => {
      await current?.engine.close()
      current = undefined
    },
  }
}

/** Plain JavaScript again, for comparisons that do not care about number types. */
export const plain = (doc: Doc): Record<string, unknown> => deserialize(encode(doc))
