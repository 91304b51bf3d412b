/**
 * Every page opens by its address, in the built app as the portal serves it: with nothing from anywhere else, nothing
 * that moves, and without a picture of itself staying in the way.
 */
import pages from '../../miniapp/src/pages.json'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { setStage } from './stage'

const stage = setStage()

const CALM = 0.02

interface Seen {
  readonly elsewhere: string[]
  readonly shifts: () => Promise<number>
}

/** Listens to what the page asks for and how much it moves while nobody touches it. */
const watch = async ({ page }: Visitor): Promise<Seen> => {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== stage.portal.url)
      elsewhere.push(url.href)
  })
  await page.addInitScript(`window.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.moved += entry.value
    }).observe({ type: 'layout-shift', buffered: true })`)
  return { elsewhere, shifts: () => page.evaluate<number>('window.moved') }
}

const isCitizens = (web: string) => !web.startsWith('/desk')

test.each(Object.values(pages).map(({ web }) => web))('%s opens by its address', async (web) => {
  for (const size of isCitizens(web) ? [PHONE, DESKTOP] : [DESKTOP]) {
    const visitor = await stage.visitor(size)
    const seen = await watch(visitor)
    await visitor.open(web)
    await visitor.page.locator('#app .frame:visible').first().waitFor()
    await visitor.page.locator('#first-paint').waitFor({ state: 'detached' })
    await visitor.page.waitForLoadState('networkidle')
    expect(new URL(visitor.page.url()).pathname).toBe(web)
    expect(await visitor.page.locator('#app .frame').first().innerText()).not.toBe('')
    expect(seen.elsewhere).toEqual([])
    if (isCitizens(web)) expect(await seen.shifts()).toBeLessThanOrEqual(CALM)
    await visitor.context.close()
  }
})

test('an address that is no page says so', async () => {
  const visitor = await stage.visitor(PHONE)
  await visitor.open('/no/such/page')
  await visitor.page.getByText('没有找到这个页面').first().waitFor()
})

test('a newcomer sees the city’s words before any code has come', async () => {
  const visitor = await stage.visitor(PHONE)
  await visitor.page.route('**/js/**', () => undefined)
  await visitor.page.goto('/', { waitUntil: 'commit' })
  await visitor.page.locator('#first-paint').getByText('12345，有事找政府，每一件都有回音').waitFor()
})

test('a device that knows something of its own is shown nothing else first', async () => {
  const visitor = await stage.visitor(PHONE)
  await visitor.page.addInitScript(`localStorage.setItem('jiesu:elder', '{"data":true}')`)
  await visitor.page.route('**/js/**', () => undefined)
  await visitor.page.goto('/', { waitUntil: 'commit' })
  await visitor.page.locator('#first-paint').waitFor({ state: 'attached' })
  expect(await visitor.page.locator('#first-paint').isVisible()).toBe(false)
})

test('the browser is told to take nothing from elsewhere', async () => {
  const { headers } = await stage.portal.send('GET', '/')
  const policy = Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/)
      return [name, sources]
    }),
  )
  expect(policy['default-src']).toEqual(["'self'"])
  expect(policy['script-src']!.every((source) => source === "'self'" || source.startsWith("'sha256-"))).toBe(
    true,
  )
  expect(
    Object.values(policy)
      .flat()
      .filter((source) => /^https?:|^\*/.test(source)),
  ).toEqual([])
})
