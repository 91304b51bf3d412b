/** The edge of HTTP: methods, addresses, headers and bytes that no client of ours would send. */
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { request } from 'node:http'
import { checkScope } from '@jiesu/shared-types'
import { judgeProblem } from '../support/contract'
import { startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
afterAll(() => portal.stop())

const status = async (method: string, path: string) => (await portal.send(method, path)).status

test.each([
  ['DELETE', '/api/v1/cities', 'GET'],
  ['PUT', '/api/v1/orders', 'GET'],
  ['PATCH', '/api/v1/orders/2611217130589164', 'GET'],
  ['GET', '/api/v1/order-lookups', 'POST'],
  ['GET', '/api/v1/attachments', 'POST'],
  ['POST', '/api/v1/attachments/some-photo', 'GET'],
  ['POST', '/openapi.json', 'GET'],
  ['DELETE', '/docs', 'GET'],
])('%s %s is 405 and says what is allowed', async (method, path, allowed) => {
  const answer = await portal.send(method, path)
  expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } })
  expect((answer.headers.get('allow') ?? '').split(', ')).toEqual(
    expect.arrayContaining([allowed, 'OPTIONS']),
  )
})

test('OPTIONS says what an address knows', async () => {
  const answer = await portal.send('OPTIONS', '/api/v1/orders')
  expect(answer).toMatchObject({ status: 204, body: '' })
  expect((answer.headers.get('allow') ?? '').split(', ').sort()).toEqual(['GET', 'HEAD', 'OPTIONS', 'POST'])
  expect(await status('OPTIONS', '/api/v1/nowhere')).toBe(404)
})

test('HEAD answers like GET, without the body', async () => {
  const head = await portal.send('HEAD', '/api/v1/cities')
  expect(head).toMatchObject({ status: 200, body: '' })
  expect(head.headers.get('content-type')).toContain('application/json')
  expect((await portal.send('HEAD', '/api/v1/cities/atlantis')).status).toBe(404)
})

test.each([
  '/',
  '/api',
  '/api/',
  '/api/v1',
  '/api/v2/cities',
  '/api/v1/cities/atlantis',
  '/api/v1/cities/yantai/nothing',
  '/api/v1/nowhere',
  '/api/v1/knowledge/no-such-entry',
  '/docs/assets/constructor',
  '/docs/assets/__proto__',
  '/docs/assets/..%2f..%2fpackage.json',
  '/docs/nothing',
  '/.env',
  '/..%2f..%2fetc%2fpasswd',
])('GET %s is 404', async (path) => {
  const answer = await portal.send('GET', path)
  expect(answer.status).toBe(404)
})

test.each([
  '/api/v1/orders/%E0%A4%A',
  '/api/v1/cities/%',
  '/api/v1/cities/%00',
  '/api/v1/cities/%2e%2e%2f',
  '/api/v1/knowledge/%ff%fe',
  '/api/v1/cities/__proto__',
  '/api/v1/cities/constructor',
  `/api/v1/cities/${'x'.repeat(5000)}`,
  '/api/v1/knowledge?city=yantai&city=fuzhou',
  '/api/v1/knowledge?city=yantai&q=%E0%A4%A',
  '/api/v1/knowledge?city[]=yantai',
  '/api/v1/knowledge?city[$ne]=x',
  '/api/v1/knowledge?__proto__=x&city=yantai&limit=1e9',
  '/%E0%A4%A',
  '//evil.example/x',
])('GET %.60s is answered with a problem below 500', async (path) => {
  const answer = await portal.send('GET', path)
  expect(answer.status).toBeGreaterThanOrEqual(200)
  expect(answer.status).toBeLessThan(500)
})

test('answers with personal data stay out of every cache', async () => {
  for (const path of ['/api/v1/sessions/current', '/api/v1/orders', '/api/v1/orders/2611217130589164'])
    expect((await portal.send('GET', path)).headers.get('cache-control')).toBe('no-store')
})

test('answers carry the usual protections, and say nothing of what runs here', async () => {
  const { headers } = await portal.send('GET', '/api/v1/cities')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('server')).toBeNull()
})

/** Bytes as they are, and the answer as it comes. */
const raw = (bytes: string): Promise<{ status: number; type: string; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(portal.url)
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => (answer += chunk))
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', body = ''] = answer.split('\r\n\r\n')
      resolve({
        status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
        type: /content-type: ([^\r]*)/i.exec(head)?.[1] ?? '',
        body,
      })
    })
  })

test.each([
  ['a very long address', `GET /api/v1/knowledge?q=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ['a very long header', `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['no HTTP', 'hello portal\r\n\r\n', 400],
  ['a TLS greeting', '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n', 400],
  [
    'two lengths',
    'POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    400,
  ],
  [
    'length and chunks together',
    'POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['a header with a line break in its name', 'GET / HTTP/1.1\r\nHost: x\r\nA\u0001B: c\r\n\r\n', 400],
])('%s is answered with a problem on the bare line', async (_what, bytes, expected) => {
  const { status: given, type, body } = await raw(bytes)
  expect(given).toBe(expected)
  judgeProblem(given, type, JSON.parse(body))
})

test('a caller that leaves in the middle of its body does no harm', async () => {
  const { hostname, port } = new URL(portal.url)
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        'POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"a":',
      )
      setImmediate(() => socket.destroy())
    })
    socket.on('close', () => resolve())
  })
  expect(await status('GET', '/api/v1/health')).toBe(200)
})

/** A JSON body packed, or sent in pieces without a length. */
const post = (body: Buffer, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(`${portal.url}${checkScope.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    })
    asked.on('response', (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(body)
  })

test('packed bodies are unpacked, and measured unpacked', async () => {
  const right = Buffer.from(JSON.stringify({ city: 'yantai', text: '门口的路坏了' }))
  const bomb = Buffer.from(JSON.stringify({ city: 'yantai', text: 'x'.repeat(50_000_000) }))
  expect(await post(gzipSync(right), { 'content-encoding': 'gzip' })).toBe(200)
  expect(await post(gzipSync(bomb), { 'content-encoding': 'gzip' })).toBe(413)
  expect(await post(Buffer.from('no gzip'), { 'content-encoding': 'gzip' })).toBe(400)
  expect(await post(right, { 'transfer-encoding': 'chunked' })).toBe(200)
  expect(await post(Buffer.alloc(70_000, 'x'), { 'transfer-encoding': 'chunked' })).toBe(413)
})

test('refused requests stand in the log, too, with how they ended', async () => {
  await portal.send('GET', '/api/v1/cities/atlantis')
  const line = JSON.parse(portal.log.at(-1) ?? '{}') as object
  expect(line).toMatchObject({ method: 'GET', route: '/api/v1/cities/:city', status: 404, msg: 'request' })
})

test('the documentation is served from here, with the problems it names', async () => {
  for (const path of [
    '/docs',
    '/docs/start.js',
    '/docs/assets/swagger-ui.css',
    '/docs/assets/swagger-ui-bundle.js',
  ])
    expect([path, await status('GET', path)]).toEqual([path, 200])
  const { body } = await portal.send('GET', '/docs/problems')
  expect(body).toContain('id="out-of-scope"')
  expect(((await portal.send('GET', '/openapi.json')).body as { openapi: string }).openapi).toBe('3.1.0')
})
