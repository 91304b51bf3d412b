/** The keyboard alone: every control is reached, in the order in which the page is read, in sight, and nothing keeps the focus. */
import { PHONE, type Visitor } from '../support/browser'
import { CITIZENS_STOPS, type Device, prepare, type Prepared, STARTS } from '../support/everyPage'
import { keep } from '../support/people'
import { beginAtTop, controlsInOrder, focused, type Focused } from '../support/probes'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage(STARTS)
let has: Prepared
const devices = new Map<Device, Visitor>()

beforeAll(async () => {
  has = await prepare(stage.portal)
})

const deviceOf = async (device: Device): Promise<Visitor> => {
  const known = devices.get(device)
  if (known !== undefined) return known
  const visitor = await stage.browser.visitor(PHONE)
  await keep(visitor.context, has.keeps[device])
  devices.set(device, visitor)
  return visitor
}

/** Presses Tab from the top until the focus leaves the page at its end, or begins anew. */
const walk = async (visitor: Visitor, most: number): Promise<Focused[]> => {
  const met: Focused[] = []
  await beginAtTop(visitor.page)
  for (let step = 0; step <= most; step++) {
    await visitor.page.keyboard.press('Tab')
    const now = await focused(visitor.page)
    if (now === null || now.key === met[0]?.key) break
    met.push(now)
  }
  return met
}

const WALKED = CITIZENS_STOPS.filter((stop) =>
  [
    'home with orders',
    'progress with orders',
    'knowledge, found',
    'knowledge entry',
    'me, not signed in',
    'messages',
    'sign-in',
    'submission, what is missing',
    'sent',
    'order that was replied',
    'rating',
  ].includes(stop.name),
)

test.each(WALKED.map((stop) => ({ name: stop.name, stop })))('$name', async ({ stop }) => {
  const visitor = await deviceOf(stop.device)
  await stop.go(visitor, has)
  const expected = await controlsInOrder(visitor.page)
  const met = await walk(visitor, expected.length + 2)
  expect(met.map(({ key }) => key)).toEqual(expected)
  expect(met.filter(({ outlined }) => !outlined).map(({ name }) => name)).toEqual([])
  expect(met.filter(({ covered }) => covered).map(({ name }) => name)).toEqual([])
})

test('the first control leads past the bars to the page’s matter', async () => {
  const visitor = await stage.visitor(PHONE)
  await visitor.open('/knowledge')
  await visitor.sees('knowledge-search')
  await visitor.page.keyboard.press('Tab')
  expect((await focused(visitor.page))?.name).toContain('跳到主要内容')
  await visitor.page.keyboard.press('Enter')
  await visitor.page.keyboard.press('Tab')
  expect((await focused(visitor.page))?.name).toContain('knowledge-search')
})

test('a sheet keeps the focus while it is open, and gives it back', async () => {
  const visitor = await stage.visitor(PHONE)
  await visitor.open('/submit')
  await visitor.sees('submit-text')
  await visitor.at('submit-district').focus()
  await visitor.page.keyboard.press('Enter')
  await visitor.sees('submit-district-sheet')
  const inside = `document.activeElement?.closest('#submit-district-sheet') !== null`
  for (const key of ['Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Tab']) {
    await visitor.page.keyboard.press(key)
    expect(await visitor.page.evaluate(inside)).toBe(true)
  }
  await visitor.page.keyboard.press('Escape')
  await visitor.misses('submit-district-sheet')
  expect((await focused(visitor.page))?.name).toContain('submit-district')
})

test('what is said by the page is in regions that speak', async () => {
  const visitor = await stage.visitor(PHONE)
  await visitor.open('/lookup')
  await visitor.press('lookup-open')
  const error = await visitor.sees('lookup-number-error', /\S/)
  expect(await error.getAttribute('aria-live')).toBe('polite')
  expect(await visitor.at('lookup-number').getAttribute('aria-invalid')).toBe('true')
  expect(await visitor.at('lookup-number').getAttribute('aria-describedby')).toContain('lookup-number-error')
})
