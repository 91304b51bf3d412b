/** Somebody else's system, for tests: it listens for real, keeps what it hears, and answers as the test says. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Heard {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** One that does nothing keeps whoever asked waiting. */
export type Answer = (response: ServerResponse, heard: Heard) => void

interface StandIn {
  /** Origin; from the first `beforeAll` on. */
  readonly url: string
  /** What came, in its order; nothing when a test begins. */
  readonly heard: Heard[]
  /** What everything is answered; 200 and no more when a test begins. */
  answer: Answer
}

const nothingMore: Answer = (response) => response.end()

/** To be called once, at the top of a file: it listens for all tests of the file. */
export const standIn = (): StandIn => {
  const stand = { url: '', heard: [] as Heard[], answer: nothingMore }
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      const heard = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
      stand.heard.push(heard)
      stand.answer(response, heard)
    })
  })
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    stand.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  beforeEach(() => {
    stand.heard.length = 0
    stand.answer = nothingMore
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  return stand
}

/** Answers with a JSON body. */
export const json =
  (body: unknown, status = 200): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
