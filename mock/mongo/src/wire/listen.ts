import { chmodSync, unlinkSync } from 'node:fs'
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
    if (isTaken && 'socket' in address && !(await isAnswered(address.socket))) {
      unlinkSync(address.socket)
      return await bind(address, onConnection).catch((again: unknown) => refuse(address, again))
    }
    return refuse(address, error)
  }
}

function bind(address: Address, onConnection: (socket: Socket) => void): Promise<Server> {
  const server = createServer(onConnection)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(
      'socket' in address ? { path: address.socket } : { port: address.port, host: '127.0.0.1' },
      () => {
        server.off('error', reject)
        if ('socket' in address) chmodSync(address.socket, 0o600)
        resolve(server)
      },
    )
  })
}

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
