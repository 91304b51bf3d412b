/** Takes a picture of a whole page once nothing is on its way: a picture changes only when the screen does. */
import { join } from 'node:path'
import type { Page, Request } from 'playwright-core'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'

export const FOLDER = join(__dirname, '../../docs/screens')

export const SIZES = [
  ['390', PHONE],
  ['1280', DESKTOP],
] as const

/** The app scrolls inside the window: how high the window must be to show the page whole. Long texts keep their own scroll. */
const WHOLE_HEIGHT = `Math.max(...[...document.querySelectorAll(':not(textarea)')].map((e) => e.scrollHeight - e.clientHeight)) + innerHeight`

/** Long lists go on like they begin. */
const TALLEST = 3200

/** What each page asked for and has not got yet, but for the connection on which it hears of changes: that stays open. */
const underWay = new WeakMap<Page, Set<Request>>()

export const watch = (page: Page): void => {
  const asked = new Set<Request>()
  underWay.set(page, asked)
  page.on('request', (request) => {
    if (!request.url().endsWith('/live')) asked.add(request)
  })
  page.on('requestfinished', (request) => void asked.delete(request))
  page.on('requestfailed', (request) => void asked.delete(request))
}

/** A moment in which a page asks for what its answers made it ask for. */
const MOMENT = 'new Promise((done) => setTimeout(done, 250))'

const settled = async (page: Page): Promise<void> => {
  do await page.evaluate(MOMENT)
  while ((underWay.get(page)?.size ?? 0) > 0)
}

/** One picture of the whole page, once nothing is on its way and the fonts are there. */
export const take = async (visitor: Visitor, name: string, size: string, dark = false): Promise<void> => {
  const { page } = visitor
  if (dark) await page.emulateMedia({ colorScheme: 'dark' })
  await settled(page)
  await page.evaluate('document.fonts.ready')
  await page.locator('.toast').first().waitFor({ state: 'detached' })
  const viewport = page.viewportSize() ?? PHONE
  const height = await page.evaluate<number>(WHOLE_HEIGHT)
  await page.setViewportSize({ ...viewport, height: Math.min(Math.max(viewport.height, height), TALLEST) })
  await page.screenshot({ path: join(FOLDER, `${name}-${size}.png`) })
  await page.setViewportSize(viewport)
  await page.waitForFunction(`innerHeight === ${viewport.height}`)
  if (dark) await page.emulateMedia({ colorScheme: 'light' })
}
