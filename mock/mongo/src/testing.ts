import { randomBytes } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmbeddedMongo, type ServerOptions } from './server'

export interface TestMongo {
  /** A connection string without a database name; append one, or pass `dbName` to Mongoose. */
  readonly uri: string
  /** Housekeeping at once: what TTL indexes let expire goes away. */
  sweep(): Promise<void>
  /** Closes the engine and removes its data. */
  stop(): Promise<void>
}

/**
 * Starts an engine of its own for one test file, inside the test's process, with an empty data folder and a
 * unix socket. Writes are not waited for on disk: tests need no durability.
 */
export async function startEmbeddedMongo(
  options: Pick<ServerOptions, 'now' | 'durable'> = {},
): Promise<TestMongo> {
  const folder = temporaryFolder()
  const server = await EmbeddedMongo.start({
    durable: false,
    onInternalError: (error) => process.emitWarning(error instanceof Error ? error : String(error)),
    ...options,
    folder: join(folder, 'data'),
    addresses: [{ socket: join(folder, 'm.sock') }],
  })
  const [uri = ''] = server.uris
  return {
    uri,
    sweep: () => server.engine.sweep(),
    stop: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Unix socket paths have to be short (about 100 bytes). */
function temporaryFolder(): string {
  const folder = join(realpathSync(tmpdir()), `jm-${randomBytes(6).toString('hex')}`)
  mkdirSync(folder, { mode: 0o700 })
  return folder
}
