/** Beside the API the portal serves the built app: its pages to people, and never a page to a program. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

const PAGE = '<!doctype html><title>接诉</title>'

let folder: string
let portal: TestPortal
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiesu-h5-'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'app.0123abcd.js'), 'void 0')
  portal = await startPortal('2026-11-23T09:00:00+08:00', { settings: { JIESU_H5: folder } })
})
afterAll(async () => {
  await portal.stop()
  rmSync(folder, { recursive: true })
})

test.each(['/', '/submit', '/order?number=2611217130589164', '/desk', '/apiary', '/no/such/page'])(
  'GET %s is the app, which knows its pages itself',
  async (path) => {
    const answer = await portal.send('GET', path)
    expect(answer).toMatchObject({ status: 200, body: PAGE })
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
  },
)

test.each([
  '/api',
  '/api/',
  '/api/unknown',
  '/api/v1',
  '/api/v1/unknown',
  '/api/v1/orders/2611217130589164/unknown',
  '/api/v2/cities',
  '/docs/unknown',
  '/healthz/unknown',
  '/openapi.json/unknown',
])('GET %s is a problem, never a page', async (path) => {
  const answer = await portal.send('GET', path)
  expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect((await portal.send('HEAD', path)).status).toBe(404)
  expect((await portal.send('POST', path, {})).body).toMatchObject({ code: 'not-found' })
})

test('/healthz tells what /api/v1/health tells', async () => {
  const answer = await portal.send('GET', '/healthz')
  expect(answer).toMatchObject({ status: 200, body: { ok: true, time: '2026-11-23T09:00:00+08:00' } })
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.body).toEqual((await portal.send('GET', '/api/v1/health')).body)
})

test('a file of the app is kept for good; one that is not there is no page', async () => {
  const file = await portal.send('GET', '/app.0123abcd.js')
  expect(file.headers.get('cache-control')).toContain('immutable')
  expect(await rawStatus('/app.4567cdef.js')).toBe(404)
})

/** Files that are not there are answered in one line, not with a problem. */
const rawStatus = async (path: string) => (await fetch(`${portal.url}${path}`)).status

describe('documents of single pages', () => {
  const OWN =
    '<!doctype html><html data-first-city="yantai"><h1 data-city="name">本市</h1><script>go()</script>'
  let documents: string
  let other: TestPortal
  beforeAll(async () => {
    documents = mkdtempSync(join(tmpdir(), 'jiesu-h5-'))
    writeFileSync(join(documents, 'index.html'), OWN)
    writeFileSync(join(documents, 'submit.html'), '<!doctype html><title>提诉求</title>')
    writeFileSync(join(documents, 'app.html'), PAGE)
    other = await startPortal('2026-11-23T09:00:00+08:00', { settings: { JIESU_H5: documents } })
  })
  afterAll(async () => {
    await other.stop()
    rmSync(documents, { recursive: true })
  })

  test('an address has its own document, any other that of the app', async () => {
    expect((await other.send('GET', '/submit')).body).toContain('提诉求')
    for (const path of ['/order?number=2611217130589164', '/no/such/page'])
      expect((await other.send('GET', path)).body).toBe(PAGE)
  })

  test('the first page says the city’s name, in a document that may be kept but is always asked about', async () => {
    const answer = await other.send('GET', '/')
    expect(answer.body).toContain('<h1 data-city="name">烟台</h1>')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
    const known = { 'if-none-match': answer.headers.get('etag')!, 'cache-control': 'max-age=0' }
    const again = await other.send('GET', '/', undefined, known)
    expect(again).toMatchObject({ status: 304, body: '' })
    expect((await other.send('GET', '/', undefined, { 'accept-encoding': 'identity' })).body).toBe(
      answer.body,
    )
  })

  test('the little code that stands in a document is allowed by what it is, and no other', async () => {
    const { headers } = await other.send('GET', '/')
    const hash = createHash('sha256').update('go()').digest('base64')
    expect(headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}';`)
  })
})
