/** A thread that only reads: scans, counts and aggregates that would let everybody wait in the main thread. */
import { parentPort, workerData } from 'node:worker_threads'
import { decode } from '../bson/codec'
import { asBson } from '../commands/command'
import { errorReply, runCommand, type Thread } from '../commands/run'
import { Cursors } from '../cursors'
import { MongoError } from '../errors'
import { Environment } from '../store/environment'
import type { Answer, Question, ReaderData } from './messages'
import { asksForSnapshot, Snapshots } from './snapshots'

const { folder, keeper } = workerData as ReaderData
const environment = Environment.openToRead(folder)
const cursors = new Cursors(keeper)
const snapshots = new Snapshots(environment)
const ordinary: Thread = { environment, cursors, hurry: false, view: () => environment.view() }

async function answer({
  id,
  body: bytes,
  connectionId,
  now,
}: Question & { kind: 'command' }): Promise<Answer> {
  try {
    const body = decode(bytes)
    snapshots.touch(body, now)
    const snapshot = asksForSnapshot(body) ? snapshots.for(body, now) : undefined
    const thread = snapshot ? { ...ordinary, view: snapshot.view, atClusterTime: snapshot.time } : ordinary
    return { id, reply: asBson(await runCommand({ body, sequences: new Map() }, connectionId, now, thread)) }
  } catch (error) {
    const fault =
      error instanceof MongoError ? {} : { fault: error instanceof Error ? error.stack : String(error) }
    return { id, reply: errorReply(error), ...fault }
  }
}

function send(message: Answer): void {
  const { buffer, byteLength } = message.reply
  // What has memory of its own moves; a part of Node's shared pool has to be copied.
  const moves = buffer.byteLength === byteLength && buffer instanceof ArrayBuffer
  parentPort?.postMessage(message, moves ? [buffer] : [])
}

async function close(): Promise<void> {
  snapshots.releaseAll()
  await environment.close()
  parentPort?.close()
}

parentPort?.on('message', (question: Question) => {
  if (question.kind === 'command') void answer(question).then(send)
  else if (question.kind === 'close') void close()
  else {
    cursors.forgetIdle(question.now)
    snapshots.forgetIdle(question.now)
  }
})
