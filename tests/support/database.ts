/** The database of a test, behind a line that can be cut or go silent. */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type NetConnectOpts, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedMongo } from '../../mock/mongo/src/testing'
import { isNamed, ownDatabase } from './namedDatabase'

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

/** What is at the far end of the line: where to connect to, and what a client says there. */
interface FarEnd {
  readonly target: NetConnectOpts
  /** The connection string for a client whose host is `host`. */
  readonly uriAt: (host: string) => string
  readonly stop: () => Promise<void>
}

const embedded = async (): Promise<FarEnd> => {
  const engine = await startEmbeddedMongo()
  return {
    target: { path: decodeURIComponent(new URL(engine.uri).host) },
    uriAt: (host) => `mongodb://${host}/jiesu`,
    stop: () => engine.stop(),
  }
}

/** One server by host and port; of a replica set, its primary. */
const named = (): FarEnd => {
  const { uri, drop } = ownDatabase()
  const url = new URL(uri)
  const isSocket = url.hostname.startsWith('%2F')
  const uriAt = (host: string): string => {
    const login = url.username === '' ? '' : `${url.username}:${url.password}@`
    const options = new URLSearchParams(url.search)
    options.delete('replicaSet')
    // Discovery would lead past the line.
    if (!isSocket) options.set('directConnection', 'true')
    return `mongodb://${login}${host}${url.pathname}?${options.toString()}`
  }
  const target = isSocket
    ? { path: decodeURIComponent(url.host) }
    : { host: url.hostname, port: Number(url.port || 27017) }
  return { target, uriAt, stop: drop }
}

export const startDatabase = async (): Promise<TestDatabase> => {
  const { target, uriAt, stop } = isNamed ? named() : await embedded()
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
    uri: uriAt(encodeURIComponent(path)),
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
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
