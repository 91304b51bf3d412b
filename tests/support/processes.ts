/** The portal and its database as processes of their own, as they run for people; and ways to end them badly. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { embeddedSocket, embeddedUri } from '../../portal-api/src/platform/settings'
import { isNamed, ownDatabase } from './namedDatabase'

const root = join(__dirname, '../..')

export interface Running {
  /** What stands behind `ready` in the line that says so. */
  readonly ready: string
  readonly child: ChildProcess
  /** Ends it and waits until it is gone; gives its exit code, null after a signal that it could not catch. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** @throws with what it wrote, when it ends without having been ready. */
const start = (args: readonly string[], env: Record<string, string>): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } })
    const gone = once(child, 'exit').then(([code]) => code as number | null)
    let said = ''
    const hear = (text: Buffer) => {
      said += String(text)
      const line = /^ready ?(.*)$/m.exec(said)
      if (line)
        resolve({
          ready: line[1] ?? '',
          child,
          end: (signal) => {
            child.kill(signal)
            return gone
          },
        })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', (text: Buffer) => (said += String(text)))
    child.once('error', reject)
    void gone.then((code) => reject(new Error(`${args.join(' ')} ended with ${String(code)}:\n${said}`)))
  })

export interface House {
  /** The data folder. */
  readonly data: string
  /** The settings by which a process of its own finds data and database. */
  readonly settings: Readonly<Record<string, string>>
  /** Of its database. */
  readonly uri: string
  /** Starts the embedded engine; nothing when `MONGODB_URI` named a database for the tests. */
  startDatabase(): Promise<void>
  /** The embedded engine's process, which can be killed. */
  startEmbedded(): Promise<Running>
  /** @param env more settings */
  startPortal(env?: Record<string, string>): Promise<Running>
  /** Ends what still runs, and takes the data away. */
  tearDown(): Promise<void>
}

export const makeHouse = (): House => {
  const data = mkdtempSync(join(tmpdir(), 'jh-'))
  const running: Running[] = []
  const remember = async (starting: Promise<Running>): Promise<Running> => {
    const started = await starting
    running.push(started)
    return started
  }
  const named = isNamed ? ownDatabase() : undefined
  const settings = { JIESU_DATA: data, ...(named && { MONGODB_URI: named.uri }) }
  const startEmbedded = () =>
    remember(
      start(
        [
          ...['--import', 'tsx', join(root, 'mock/mongo/src/main.ts')],
          ...['--data', join(data, 'mongo'), '--socket', embeddedSocket(data)],
        ],
        {},
      ),
    )
  return {
    data,
    settings,
    uri: named?.uri ?? embeddedUri(data),
    startEmbedded,
    startDatabase: async () => {
      if (named === undefined) await startEmbedded()
    },
    startPortal: (env = {}) =>
      remember(
        start([join(root, 'portal-api/bin/jiesu.cjs'), 'serve'], {
          ...settings,
          PORT: '0',
          JIESU_LOG: 'error',
          JIESU_H5: '',
          JIESU_HOURLY_SUBMISSIONS: '1000000',
          ...env,
        }),
      ),
    tearDown: async () => {
      for (const { child, end } of running.reverse())
        if (child.exitCode === null && child.signalCode === null) await end('SIGKILL')
      rmSync(data, { recursive: true, force: true })
      await named?.drop()
    },
  }
}
