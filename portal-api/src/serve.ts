/** Runs the portal: connects, prepares, listens, ticks, and stops cleanly. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { compose } from './compose'
import { CannotStart } from './platform/cannotStart'
import { within } from './platform/deadline'
import { makeServer } from './platform/http/server'
import { makeLog } from './platform/log'
import { connect } from './platform/mongo/connect'
import { loadSecret } from './platform/secrets'
import type { Settings } from './platform/settings'

export interface Running {
  readonly url: string
  stop(): Promise<void>
}

const TICK_MS = 2_000
/** How soon a page hears of a change, at most. */
const BEAT_MS = 1_500
/** A tick that takes longer than all its work ever can is given up, so that the next one can begin. */
const TICK_PATIENCE_MS = 300_000
/** How long requests under way may take to end when the portal is told to stop. */
const GRACE_MS = 10_000

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotStart(`port ${port} is already in use; choose another with PORT=…`)
          : new CannotStart(`cannot listen on ${host}:${port}: ${error.message}`),
      )
    })
    server.listen(port, host, resolve)
  })

/**
 * @param options.demo makes the workbench's demo accounts when they are not there yet.
 * @param options.demoOrders and the demo's fictional orders.
 * @throws CannotStart with one clear line.
 */
export const serve = async (
  settings: Settings,
  options: { readonly demo: boolean; readonly demoOrders: boolean },
): Promise<Running> => {
  const clock = () => new Date()
  const log = makeLog(settings.JIESU_LOG)
  let secret: Buffer
  try {
    secret = loadSecret(settings.JIESU_SECRET, settings.JIESU_DATA)
  } catch (error) {
    throw new CannotStart(`cannot use the data folder ${settings.JIESU_DATA}: ${(error as Error).message}`)
  }
  const connection = await connect(settings.MONGODB_URI).catch((error: unknown) => {
    throw new CannotStart(`no database answers at MONGODB_URI: ${(error as Error).message}`)
  })
  const open = async () => {
    const portal = compose({ settings, connection, secret, clock, log })
    await portal.prepare().catch((error: unknown) => {
      throw new CannotStart(`the database at MONGODB_URI cannot be prepared: ${(error as Error).message}`)
    })
    if (options.demo) await portal.seedDemo()
    if (options.demoOrders) {
      await portal.seedDemoOrders(clock())
      await portal.seedDemoKnowledge(clock())
    }
    const server = makeServer(portal.app)
    await listen(server, settings.HOST, settings.PORT)
    return { portal, server }
  }
  const { portal, server } = await open().catch(async (error: unknown) => {
    await connection.close()
    throw error
  })

  let stopping = false
  let tick: Promise<void> = Promise.resolve()
  const beat = (): Promise<void> =>
    within(TICK_PATIENCE_MS, portal.tick(clock())).catch((error: unknown) => {
      if (!stopping)
        log.error({ error: error instanceof Error ? error.message : String(error) }, 'tick failed')
    })
  const timer = setInterval(() => {
    tick = tick.then(beat)
  }, TICK_MS)

  const pulse = setInterval(() => {
    void portal.live.beat(performance.now())
  }, BEAT_MS)

  const { port } = server.address() as AddressInfo
  return {
    url: `http://${settings.HOST}:${port}`,
    stop: async () => {
      stopping = true
      clearInterval(timer)
      clearInterval(pulse)
      const listeners = portal.live.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => {
          server.closeAllConnections()
        }, GRACE_MS).unref()
      })
      await tick
      await listeners
      await connection.close()
    },
  }
}
