/** The database goes away, hangs and comes back: clear words meanwhile, nothing lost, no restart. */
import { getHealth, getOrder, lookUpOrder, submitOrder } from '@jiesu/shared-types'
import { within } from '../../portal-api/src/platform/deadline'
import { leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import { PHOTOS, upload } from '../support/photos'
import { startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00', {
    patience: { find: 500, answer: 500 },
    deadline: 1_500,
  })
  act = deeds(portal)
})
afterAll(() => portal.stop())
afterEach(async () => {
  portal.database.mend()
  await well()
})

/** Waits until the portal has found its database again. */
const well = async (): Promise<void> => {
  while ((await portal.send('GET', getHealth.path)).status !== 200) await portal.send('GET', '/api/v1/cities')
}

const ways = [
  ['dead', (database: TestPortal['database']) => database.cut()],
  ['silent', (database: TestPortal['database']) => database.silence()],
] as const

test.each(ways)(
  'a %s database: 503 for everything that needs it, and all is well again by itself',
  async (_what, fail) => {
    const before = await act.submit(leakingMain())
    const me = await portal.citizen(_what === 'dead' ? '13800000001' : '13800000002')
    fail(portal.database)
    const appeal = leakingMain()
    const asked = [
      portal.send('POST', submitOrder.path, appeal),
      portal.send('POST', lookUpOrder.path, { number: before.number, queryCode: before.receipt.queryCode }),
      portal.send('GET', `/api/v1/orders/${before.number}`, undefined, {
        'x-order-access': before.own.orderAccess ?? '',
      }),
      portal.send('GET', '/api/v1/orders', undefined, { authorization: `Bearer ${me.session ?? ''}` }),
      portal.send('POST', '/api/v1/sms-codes', { phone: '13800000003' }),
      portal.send('POST', '/api/v1/sessions/staff', { account: 'yantai-operator', password: 'x' }),
      portal.send('POST', '/api/v1/attachments', upload(PHOTOS['image/png'])),
    ]
    for (const answer of await Promise.all(asked)) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'storage-unavailable' } })
      expect(answer.headers.get('retry-after')).toBe('5')
    }
    // What needs no database is answered as ever.
    expect((await portal.send('GET', '/api/v1/cities/yantai')).status).toBe(200)
    expect(
      (await portal.send('POST', '/api/v1/scope-checks', { city: 'yantai', text: '停水了' })).status,
    ).toBe(200)
    await expect(within(3_000, portal.tick())).rejects.toThrow()

    portal.database.mend()
    await well()
    const { order } = await portal.call(submitOrder, { body: appeal })
    expect((await portal.call(submitOrder, { body: appeal })).order.number).toBe(order.number)
    expect((await portal.call(getOrder, { params: { number: before.number } }, before.own)).number).toBe(
      before.number,
    )
    await portal.tick()
    expect(portal.log.some((line) => line.includes('request failed'))).toBe(true)
  },
)

test('answers lost on the way: the same submission sent again is the same order', async () => {
  const appeals = Array.from({ length: 12 }, () => leakingMain())
  const sent = Promise.all(appeals.map((body) => portal.send('POST', submitOrder.path, body)))
  portal.database.cut()
  const first = await sent
  portal.database.mend()
  await well()
  for (const [i, body] of appeals.entries()) {
    const { order } = await portal.call(submitOrder, { body })
    const earlier = first[i]
    if (earlier?.status === 201)
      expect((earlier.body as { order: { number: string } }).order.number).toBe(order.number)
    expect(
      await portal.connection.collection('orders').countDocuments({ submissionId: body.commandId }),
    ).toBe(1)
  }
})

test('health tells whoever watches', async () => {
  portal.database.cut()
  await portal.send('POST', submitOrder.path, leakingMain())
  for (const path of [getHealth.path, '/healthz'])
    expect(await portal.send('GET', path)).toMatchObject({
      status: 503,
      body: { code: 'storage-unavailable' },
    })
})
