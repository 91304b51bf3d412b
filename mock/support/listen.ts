import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that listens on the loopback address; `stop` also ends open connections. */
export interface Running {
  url: string
  port: number
  stop: () => Promise<void>
}

/** Answers a request; Koa's `callback()` is one. */
export type HandleRequest = (request: IncomingMessage, response: ServerResponse) => unknown

/**
 * Listens on 127.0.0.1 only: the outside world's stand-ins hold login codes and must not be reachable
 * from other machines.
 * @param port 0 takes any free port
 * @throws the socket's error, e.g. code `EADDRINUSE`
 */
export const listen = (handle: HandleRequest, port = 0): Promise<Running> =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      void handle(request, response)
    })
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address() as AddressInfo
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        port: address.port,
        stop: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
