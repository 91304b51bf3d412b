/** The database of a test, behind a line that can be cut or go silent. */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedMongo } from '../../mock/mongo/src/testing'

export interface TestDatabase {
  /** With the database's name. */
  readonly uri: string
  /** Nobody answers any more, as when the server died. */
  cut(): void
  /** Connections stay open, but nothing arrives any more. */
  silence(): void
  /** All is well again. */
  mend(): void
  stop(): Promise<void>
}

export const startDatabase = async (): Promise<TestDatabase> => {
  const engine = await startEmbeddedMongo()
  const target = decodeURIComponent(new URL(engine.uri).host)
  const folder = mkdtempSync(join(tmpdir(), 'jl-'))
  const path = join(folder, 'line.sock')
  let state: 'well' | 'cut' | 'silent' = 'well'
  const open = new Set<Socket>()

  const line = createServer((near) => {
    if (state === 'cut') {
      near.destroy()
      return
    }
    const far = connect(target)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('data', (bytes) => {
        if (state === 'well') other.write(bytes)
      })
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  })
  await new Promise<void>((done) => line.listen(path, done))
  const drop = () => {
    for (const socket of open) socket.destroy()
  }

  return {
    uri: `mongodb://${encodeURIComponent(path)}/jiesu`,
    cut: () => {
      state = 'cut'
      drop()
    },
    silence: () => {
      state = 'silent'
    },
    mend: () => {
      if (state === 'silent') drop()
      state = 'well'
    },
    stop: async () => {
      drop()
      await new Promise<void>((done) => line.close(() => done()))
      await engine.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
