/** Nothing jumps: what comes later takes the place that was kept for it (cumulative layout shift), on a network that is slow. */
import { DESKTOP, PHONE } from '../support/browser'
import { prepare, type Prepared, STARTS } from '../support/everyPage'
import { keep } from '../support/people'
import { shiftsOf, watchShifts } from '../support/probes'
import { setStage } from './stage'

jest.setTimeout(120_000)

/** Good is below 0.1 (web.dev/cls); here it is next to nothing. */
const MOST = 0.01

/** So long that the page stands there before any answer. */
const SLOW_MS = 400

const stage = setStage(STARTS)
let has: Prepared
beforeAll(async () => {
  has = await prepare(stage.portal)
})

const PAGES = [
  ['/', 'home-submit'],
  ['/lookup', 'lookup-number'],
  ['/knowledge', 'knowledge-submit'],
  ['/hotlines', 'hotline-12345'],
  ['/cities', 'city-yantai'],
  ['/me', 'me-name'],
  ['/messages', 'main'],
  ['/sign-in', 'sign-in-phone'],
  ['/submit', 'submit-text'],
  ['/order?number=', 'order-timeline'],
  ['/rate?number=', 'rate-send'],
] as const

const table = [PHONE, DESKTOP].flatMap((size) =>
  PAGES.map(([path, id]) => ({ path, id, size, width: size.width })),
)

test.each(table)('$path at $width px', async ({ path, id, size }) => {
  const visitor = await stage.visitor(size)
  await keep(visitor.context, has.keeps.citizen)
  await watchShifts(visitor.page)
  await visitor.page.route('**/api/v1/**', async (route) => {
    await new Promise((done) => setTimeout(done, SLOW_MS))
    await route.continue()
  })
  await visitor.open(path.endsWith('=') ? `${path}${has.replied.number}` : path)
  await visitor.sees(id)
  await visitor.page.waitForLoadState('load')
  // Later answers than the one that the page waited for.
  await visitor.page.evaluate(`new Promise((done) => setTimeout(done, ${SLOW_MS * 2}))`)
  const shifts = await shiftsOf(visitor.page)
  const sum = shifts.reduce((total, { by }) => total + by, 0)
  expect(sum > MOST ? shifts : []).toEqual([])
})
