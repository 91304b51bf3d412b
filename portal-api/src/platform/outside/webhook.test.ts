/** What goes out to somebody else's system, and what of its answer comes in. */
import { type Answer, standIn } from './testSupport'
import { postWebhook } from './webhook'

const system = standIn()

const ANSWERS: Record<string, Answer> = {
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

beforeEach(() => {
  system.answer = (response, heard) => ANSWERS[heard.url]?.(response, heard)
})

test('the body goes out as it is, with its headers', async () => {
  const body = '{"text": "漏水 \\u00e9", "n": 1.0}'
  expect(await postWebhook(`${system.url}/right`, { 'X-Jiesu-Event': 'replied' }, body)).toEqual({
    ok: true,
    says: 'HTTP 204',
  })
  expect(system.heard).toMatchObject([
    { body, headers: { 'x-jiesu-event': 'replied', 'content-type': 'application/json; charset=utf-8' } },
  ])
})

test('a refusal is kept in a line, its beginning only', async () => {
  const { ok, says } = await postWebhook(`${system.url}/words`, {}, '{}')
  expect(ok).toBe(false)
  expect(says).toMatch(/^HTTP 422 库里没有 这个单位。+$/)
  expect(says.length).toBeLessThan(220)
})

test('redirects are not followed, and are no success', async () => {
  expect((await postWebhook(`${system.url}/elsewhere`, {}, '{}')).ok).toBe(false)
  expect(system.heard.map(({ url }) => url)).toEqual(['/elsewhere'])
})

test('an answer without end is taken by its first kilobyte', async () => {
  expect((await postWebhook(`${system.url}/endless`, {}, '{}')).ok).toBe(true)
})

test('five seconds, and no more; who has said 200 by then has taken it', async () => {
  const [silent, slow] = await Promise.all(
    ['/silent', '/slow-words'].map((path) => postWebhook(`${system.url}${path}`, {}, '{}')),
  )
  expect(silent).toEqual({ ok: false, says: 'no answer within 5 s' })
  expect(slow).toEqual({ ok: true, says: 'HTTP 200' })
})

test('nobody there is no error either', async () => {
  const answer = await postWebhook('http://127.0.0.1:1/', {}, '{}')
  expect(answer).toMatchObject({ ok: false, says: expect.stringContaining('ECONNREFUSED') as string })
})
