import { Int32 } from 'bson'
import { decode, encode } from '../bson/codec'
import type { Doc, Value } from '../bson/value'
import { Engine, type EngineOptions } from '../engine'
import type { Message } from '../wire/message'

/** Plain JavaScript values as the engine gets them from the wire: with BSON types. */
export const typedDoc = (plain: object): Doc => decode(encode(plain as Record<string, unknown>))

export const typed = (plain: unknown): Value => typedDoc({ value: plain }).value

export const int = (value: number): Int32 => new Int32(value)

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
