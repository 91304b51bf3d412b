import { statSync } from 'node:fs'
import { join } from 'node:path'
import { Binary, Long } from 'bson'
import { openTestEngine, plain, temporaryFolder, type TestEngine } from './support'

const folder = temporaryFolder()
let now = new Date('2026-11-23T09:00:00+08:00')
let engine: TestEngine

beforeAll(() => {
  engine = openTestEngine(folder.path, { now: () => now })
})
afterAll(async () => {
  await engine.engine.close()
  folder.remove()
})

const bytesOnDisk = (): number => statSync(join(folder.path, 'data.mdb')).size

const DOCUMENTS = 1000
const TEXT = 'x'.repeat(5000)

/** Fills a collection and empties it again, with a scan by a reader thread in between. */
async function fillAndEmpty(): Promise<void> {
  for (let from = 0; from < DOCUMENTS; from += 100) {
    const documents = Array.from({ length: 100 }, (_, n) => ({ _id: from + n, text: TEXT }))
    await engine.run({ insert: 'orders', documents })
  }
  expect(plain(await engine.run({ count: 'orders', query: { text: TEXT } }))).toEqual({ n: DOCUMENTS, ok: 1 })
  await engine.run({ delete: 'orders', deletes: [{ q: {}, limit: 0 }] })
}

test('space that was freed is used again: the file grows no further', async () => {
  await fillAndEmpty()
  await fillAndEmpty()
  const before = bytesOnDisk()
  for (let round = 0; round < 8; round++) await fillAndEmpty()
  expect(bytesOnDisk()).toBeLessThanOrEqual(before * 1.2)
})

test('replies kept for repeated writes expire with their sessions, and take no space for ever', async () => {
  const writeInSession = (session: number) => {
    const id = Buffer.alloc(16)
    id.writeUInt32LE(session)
    const lsid = { id: new Binary(id, 4) }
    return engine.run({ insert: 'seen', documents: [{}], lsid, txnNumber: Long.ONE })
  }
  const writeInMany = async () => {
    for (let session = 0; session < 2000; session++) await writeInSession(session)
  }
  const anHourLater = async () => {
    now = new Date(now.getTime() + 3_600_000)
    await engine.engine.sweep()
    await engine.run({ drop: 'seen' })
  }
  await writeInMany()
  await anHourLater()
  const before = bytesOnDisk()
  for (let round = 0; round < 4; round++) {
    await writeInMany()
    await anHourLater()
  }
  expect(bytesOnDisk()).toBeLessThanOrEqual(before * 1.2)
})
