import { lstatSync, unlinkSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Where the engine can be reached: a unix socket, or a TCP port of this machine (0 picks a free one). */
export type Address = { readonly socket: string } | { readonly port: number }

export class CannotListen extends Error {
  override readonly name = 'CannotListen'
}

/**
 * Listens on an address. A unix socket is for its owner alone (mode 0600); one that a killed process left
 * behind is replaced, one on which somebody answers is not. TCP is bound to 127.0.0.1.
 *
 * @throws CannotListen
 */
export async function listen(address: Address, onConnection: (socket: Socket) => void): Promise<Server> {
  try {
    return await bind(address, onConnection)
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    if (isTaken && 'socket' in address && (await isLeftBehind(address.socket))) {
      unlinkSync(address.socket)
      return bind(address, onConnection).catch((again: unknown) => refuse(address, again))
    }
    return refuse(address, error)
  }
}

function bind(address: Address, onConnection: (socket: Socket) => void): Promise<Server> {
  const server = createServer(onConnection)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    const options = 'socket' in address ? { path: address.socket } : { port: address.port, host: '127.0.0.1' }
    privately(() =>
      server.listen(options, () => {
        server.off('error', reject)
        resolve(server)
      }),
    )
  })
}

/** Runs `action` so that the files it makes are for their owner alone, from their first moment. */
function privately(action: () => void): void {
  const before = process.umask(0o177)
  try {
    action()
  } finally {
    process.umask(before)
  }
}

/** A socket on which nobody answers; a file of any other kind at that path is left alone. */
const isLeftBehind = async (path: string): Promise<boolean> =>
  lstatSync(path).isSocket() && !(await isAnswered(path))

function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path)
    probe.once('connect', () => {
      probe.destroy()
      resolve(true)
    })
    probe.once('error', () => resolve(false))
  })
}

function refuse(address: Address, error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException
  const place = 'socket' in address ? `the socket ${address.socket}` : `port ${String(address.port)}`
  const reason = code === 'EADDRINUSE' ? 'it is already in use' : message
  throw new CannotListen(`Cannot listen on ${place}: ${reason}.`, { cause: error })
}
