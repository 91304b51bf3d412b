/** Opening a citizens' page of the compiled mini-program stays light on slow phones (`support/budgets.ts`). */
import { submitOrder } from '@jiesu/shared-types'
import pages from '../../miniapp/src/pages.json'
import { leakingMain } from '../support/appeals'
import { HOME_REQUESTS, SET_DATA_BYTES } from '../support/budgets'
import { startPortal, type TestPortal } from '../support/portal'
import { openInWeapp } from '../support/weappOpening'
import { Storage } from './harness/storage'

let portal: TestPortal
let number: string
let requesters: Storage
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  const { order, accessToken } = await portal.call(submitOrder, { body: leakingMain() })
  number = order.number
  requesters = new Storage()
  requesters.set('jiesu:orders', [{ number, key: accessToken }])
})
afterAll(() => portal.stop())

const citizens = Object.values(pages)
  .map(({ route }) => route)
  .filter((route) => !route.startsWith('packages/'))

test.each(citizens)('%s opens with little crossing to the view', async (route) => {
  const opening = await openInWeapp(portal.url, `${route}?number=${number}`, requesters)
  expect(opening.largest).toBeGreaterThan(0)
  expect(opening.largest).toBeLessThanOrEqual(SET_DATA_BYTES)
})

test('the first page needs one answer', async () => {
  const opening = await openInWeapp(portal.url, pages.home.route)
  expect(opening.requests).toBe(HOME_REQUESTS)
})
