import type { AddressInfo, Server } from 'node:net'
import { Engine, type EngineOptions } from './engine'
import { Connection } from './wire/connection'
import { CannotListen, listen, type Address } from './wire/listen'

export interface ServerOptions extends EngineOptions {
  readonly folder: string
  readonly addresses: readonly Address[]
  /** Time between two rounds of housekeeping, in milliseconds. */
  readonly sweepEvery?: number
}

const DEFAULT_SWEEP_EVERY = 60_000

/** The engine behind its sockets. */
export class EmbeddedMongo {
  private readonly servers: Server[] = []
  private readonly connections = new Set<Connection>()
  private readonly sweeper: NodeJS.Timeout
  private sweeping: Promise<void> = Promise.resolve()
  private lastConnectionId = 0

  private constructor(
    readonly engine: Engine,
    sweepEvery: number,
    onInternalError: (error: unknown) => void,
  ) {
    this.sweeper = setInterval(() => {
      this.sweeping = this.sweeping.then(() => engine.sweep()).catch(onInternalError)
    }, sweepEvery)
    this.sweeper.unref()
  }

  /** @throws FolderInUse, UnusableFolder, CannotListen */
  static async start(options: ServerOptions): Promise<EmbeddedMongo> {
    const engine = Engine.open(options.folder, options)
    const onInternalError = options.onInternalError ?? (() => undefined)
    const server = new EmbeddedMongo(engine, options.sweepEvery ?? DEFAULT_SWEEP_EVERY, onInternalError)
    try {
      for (const address of options.addresses) await server.listen(address)
      return server
    } catch (error) {
      await server.close()
      throw error
    }
  }

  /** The connection strings under which clients reach it. */
  get uris(): string[] {
    return this.servers.map((server) => {
      const address: AddressInfo | string | null = server.address()
      if (address === null) throw new CannotListen('The server is not listening.')
      const host =
        typeof address === 'string' ? encodeURIComponent(address) : `127.0.0.1:${String(address.port)}`
      return `mongodb://${host}/`
    })
  }

  /** Takes no more requests, answers those under way, and closes the data folder. */
  async close(): Promise<void> {
    clearInterval(this.sweeper)
    const closed = this.servers.map((server) => new Promise((resolve) => server.close(resolve)))
    await Promise.all([...this.connections].map((connection) => connection.close()))
    await Promise.all([...closed, this.sweeping])
    await this.engine.close()
  }

  private async listen(address: Address): Promise<void> {
    this.servers.push(
      await listen(address, (socket) => {
        const id = ++this.lastConnectionId
        const connection = new Connection(socket, (message) => this.engine.answer(message, id))
        this.connections.add(connection)
        socket.once('close', () => this.connections.delete(connection))
      }),
    )
  }
}
