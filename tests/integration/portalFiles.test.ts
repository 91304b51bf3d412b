/** Beside the API the portal serves the built app: its pages to people, and never a page to a program. */
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
