/** Looking an order up by number and query code: what opens, what is refused, how guesses are throttled. */
import { composeOrderNumber, getOrder, getQueryCode, lookUpOrder, withdrawOrder } from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import { commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

const HOUR_MS = 3_600_000
let portal: TestPortal
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-11-23T08:00:00+08:00', { settings: { JIESU_TRUST_PROXY: '1' } })
  act = deeds(portal)
})
// At the next full hour nothing of the test before is counted any more.
beforeEach(() => {
  portal.now = new Date((Math.floor(portal.now.getTime() / HOUR_MS) + 1) * HOUR_MS)
})
afterAll(() => portal.stop())

const later = (seconds: number) => {
  portal.now = new Date(portal.now.getTime() + seconds * 1000)
}
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
/** A lookup from an address, as the proxy in front tells it. */
const from = (address: string, number: string, queryCode: string) =>
  portal.send('POST', lookUpOrder.path, { number, queryCode }, { 'x-forwarded-for': address })

test('five wrong codes for one number, then nobody gets further until the quarter is over', async () => {
  const { number, receipt } = await act.submit(leakingMain())
  for (let i = 0; i < 5; i++)
    expect((await from(`203.0.113.${i}`, number, wrong(receipt.queryCode))).status).toBe(404)
  const refused = await from('203.0.113.99', number, receipt.queryCode)
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } })
  const wait = Number(refused.headers.get('retry-after'))
  expect(wait).toBe(900)
  later(wait - 1)
  expect((await from('203.0.113.99', number, receipt.queryCode)).status).toBe(429)
  later(1)
  expect((await from('203.0.113.99', number, receipt.queryCode)).status).toBe(200)
})

test('guesses sent at once get no further than guesses in a row', async () => {
  const { number, receipt } = await act.submit(leakingMain())
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => from(`198.51.100.${i}`, number, wrong(receipt.queryCode))),
  )
  expect(answers.filter((answer) => answer.status === 404)).toHaveLength(5)
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(35)
})

test('thirty wrong numbers from one address, then it waits; others do not', async () => {
  const { number, receipt } = await act.submit(leakingMain())
  for (let i = 0; i < 30; i++) {
    const unknown = composeOrderNumber('261123', String(900_000 + i))
    expect((await from('203.0.113.7', unknown, '123456')).status).toBe(404)
  }
  const refused = await from('203.0.113.7', number, receipt.queryCode)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBe(3600)
  expect((await from('203.0.113.8', number, receipt.queryCode)).status).toBe(200)
  later(3600)
  expect((await from('203.0.113.7', number, receipt.queryCode)).status).toBe(200)
})

test('what somebody writes into X-Forwarded-For does not make another caller of them', async () => {
  for (let i = 0; i < 30; i++)
    await from(`192.0.2.${i}, 203.0.113.7`, composeOrderNumber('261123', String(900_000 + i)), '123456')
  expect(
    (await from('192.0.2.200, 203.0.113.7', composeOrderNumber('261123', '800000'), '123456')).status,
  ).toBe(429)
})

test('right lookups are not counted, however many', async () => {
  const { number, receipt } = await act.submit(leakingMain())
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => from('203.0.113.7', number, receipt.queryCode)),
  )
  expect(answers.every((answer) => answer.status === 200)).toBe(true)
  for (let i = 0; i < 35; i++) expect((await from('203.0.113.7', number, receipt.queryCode)).status).toBe(200)
})

test('a loop of right lookups does not fill the database with tokens', async () => {
  const { number, receipt } = await act.submit(leakingMain())
  const statuses: number[] = []
  while (statuses.length < 220 && statuses.at(-1) !== 429)
    statuses.push((await from('203.0.113.7', number, receipt.queryCode)).status)
  // The submission itself gave the first token of the two hundred.
  expect(statuses.filter((status) => status === 200)).toHaveLength(199)
  expect(await portal.connection.collection('sessions').countDocuments({ subject: number })).toBe(200)
})

test('an unknown number and a wrong code are told apart by nobody', async () => {
  const { number, receipt } = await act.submit(leakingMain())
  const known = await from('203.0.113.7', number, wrong(receipt.queryCode))
  const unknown = await from('203.0.113.7', composeOrderNumber('261123', '900000'), '123456')
  expect(unknown.body).toEqual(known.body)
})

test.each(['2611 2171 3058 9165', '12', '', 'ＡＢ', '２６１１'])(
  '"%s" is no number, and says so',
  async (number) => {
    const answer = await from('203.0.113.7', number, '123456')
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ path: '/number' }] } })
  },
)

test('the access token opens and acts on its one order, for a day', async () => {
  const mine = await act.submit(leakingMain())
  const other = await act.submit(leakingMain())
  const as = await act.lookUp(mine)
  await act.read(mine.number, as)
  expect((await portal.refused(getOrder, { params: { number: other.number } }, as)).status).toBe(404)
  const body = { commandId: commandId(), reason: '' }
  expect((await portal.refused(withdrawOrder, { params: { number: other.number }, body }, as)).status).toBe(
    404,
  )
  expect((await act.read(other.number, other.own)).status).toBe('dispatched')
  later(24 * 3600)
  expect((await portal.refused(getOrder, { params: { number: mine.number } }, as)).code).toBe(
    'session-expired',
  )
})

test('the signed-in submitter sees the query code again, nobody else', async () => {
  const me = await portal.citizen('13800000001')
  const other = await portal.citizen('13800000002')
  const { number, receipt } = await act.submit(leakingMain(), me)
  const params = { number }
  expect(await portal.call(getQueryCode, { params }, me)).toEqual({ queryCode: receipt.queryCode })
  expect((await portal.refused(getQueryCode, { params }, other)).status).toBe(404)
  expect((await portal.refused(getQueryCode, { params }, { orderAccess: receipt.accessToken })).status).toBe(
    401,
  )
  const guest = await act.submit(leakingMain())
  expect((await portal.refused(getQueryCode, { params: { number: guest.number } }, me)).status).toBe(404)
})
