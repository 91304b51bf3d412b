/** The HTTP server around the portal; what breaks below HTTP itself is answered as a problem, too. */
import type { Refusal } from '@jiesu/shared-types'
import type Koa from 'koa'
import { createServer, type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { problem } from '../problems'

const REFUSALS: Partial<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

/** A request that never became one (headers too long, no HTTP, too slow) is answered on the bare socket. */
const answerBroken = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const refusal = REFUSALS[error.code ?? ''] ?? 'malformed-body'
  const detail = refusal === 'malformed-body' ? '请求不是有效的 HTTP，请检查后再发。' : undefined
  const answer = problem(refusal, { detail })
  const body = JSON.stringify(answer)
  socket.end(
    [
      `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

export const makeServer = (app: Koa): Server => {
  const handle = app.callback()
  const server = createServer((request, response) => void handle(request, response))
  server.on('clientError', answerBroken)
  return server
}
