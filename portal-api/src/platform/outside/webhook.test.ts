/** What goes out to somebody else's system, and what of its answer comes in. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { postWebhook } from './webhook'

let server: Server
let url: string
/** Paths that were asked for, with what was sent. */
let asked: { path: string; headers: IncomingMessage['headers']; body: string }[]

const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  '/right': (response) => response.writeHead(204).end(),
  '/words': (response) => response.writeHead(422).end(`库里没有\n  这个单位${'。'.repeat(5000)}`),
  '/elsewhere': (response) => response.writeHead(307, { location: '/right' }).end(),
  '/endless': (response) => {
    response.writeHead(200)
    const more = () => {
      while (response.write('x'.repeat(10_000)));
    }
    response.on('drain', more)
    more()
  },
  '/silent': () => undefined,
  '/slow-words': (response) => response.writeHead(200).write('a'),
}

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      const path = request.url ?? ''
      asked.push({ path, headers: request.headers, body })
      ANSWERS[path]?.(response)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  asked = []
})
afterAll(
  () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
)

test('the body goes out as it is, with its headers', async () => {
  const body = '{"text": "漏水 \\u00e9", "n": 1.0}'
  expect(await postWebhook(`${url}/right`, { 'X-Jiesu-Event': 'replied' }, body)).toEqual({
    ok: true,
    says: 'HTTP 204',
  })
  expect(asked).toMatchObject([
    { body, headers: { 'x-jiesu-event': 'replied', 'content-type': 'application/json; charset=utf-8' } },
  ])
})

test('a refusal is kept in a line, its beginning only', async () => {
  const { ok, says } = await postWebhook(`${url}/words`, {}, '{}')
  expect(ok).toBe(false)
  expect(says).toMatch(/^HTTP 422 库里没有 这个单位。+$/)
  expect(says.length).toBeLessThan(220)
})

test('redirects are not followed, and are no success', async () => {
  expect((await postWebhook(`${url}/elsewhere`, {}, '{}')).ok).toBe(false)
  expect(asked.map(({ path }) => path)).toEqual(['/elsewhere'])
})

test('an answer without end is taken by its first kilobyte', async () => {
  expect((await postWebhook(`${url}/endless`, {}, '{}')).ok).toBe(true)
})

test('five seconds, and no more; who has said 200 by then has taken it', async () => {
  const [silent, slow] = await Promise.all(
    ['/silent', '/slow-words'].map((path) => postWebhook(`${url}${path}`, {}, '{}')),
  )
  expect(silent).toEqual({ ok: false, says: 'no answer within 5 s' })
  expect(slow).toEqual({ ok: true, says: 'HTTP 200' })
})

test('nobody there is no error either', async () => {
  const answer = await postWebhook('http://127.0.0.1:1/', {}, '{}')
  expect(answer).toMatchObject({ ok: false, says: expect.stringContaining('ECONNREFUSED') as string })
})
