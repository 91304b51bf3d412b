import { Agent, request as plainRequest, type IncomingMessage } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest } from 'node:https'

/** A request as it leaves the phone. */
export interface MpRequest {
  url: string
  method: string
  header: Record<string, string>
  body: Uint8Array | undefined
  timeoutMs: number
  signal: AbortSignal
}

export interface MpResponse {
  statusCode: number
  header: Record<string, string>
  cookies: string[]
  body: Uint8Array
}

export type SendRequest = (request: MpRequest) => Promise<MpResponse>

/** WeChat's words for what happens on the wire. */
const FAILURES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
  EPIPE: 'net::ERR_CONNECTION_RESET',
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  ABORT_ERR: 'abort',
}

const headersOf = (response: IncomingMessage): Record<string, string> => {
  const header: Record<string, string> = {}
  // As sent: WeChat does not turn names into lower case either.
  for (let index = 0; index < response.rawHeaders.length; index += 2) {
    const name = response.rawHeaders[index] ?? ''
    const value = response.rawHeaders[index + 1] ?? ''
    header[name] = name in header ? `${header[name]},${value}` : value
  }
  return header
}

/** Sends a request over the real network; one connection each, so that test servers can close. */
export const sendHttp: SendRequest = ({ url, method, header, body, timeoutMs, signal }) =>
  new Promise((resolve, reject) => {
    const secure = url.startsWith('https:')
    const options = { method, headers: header, signal, timeout: timeoutMs }
    const request = secure
      ? tlsRequest(url, { ...options, agent: new TlsAgent({ keepAlive: false }) })
      : plainRequest(url, { ...options, agent: new Agent({ keepAlive: false }) })
    const fail = (error: NodeJS.ErrnoException) =>
      reject(new Error(FAILURES[error.code ?? ''] ?? error.message, { cause: error }))
    request.on('error', fail)
    request.on('timeout', () => {
      request.destroy()
      reject(new Error('timeout'))
    })
    request.on('response', (response) => {
      const chunks: Uint8Array[] = []
      response.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      response.on('error', fail)
      response.on('end', () => {
        resolve({
          statusCode: response.statusCode ?? 0,
          header: headersOf(response),
          cookies: response.headers['set-cookie'] ?? [],
          body: Buffer.concat(chunks),
        })
      })
    })
    request.end(body)
  })
