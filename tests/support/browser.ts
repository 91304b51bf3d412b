/** A real browser: Debian's Chromium, or the one that CHROMIUM names. Each visitor has a device of their own. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The H5 as `npm test` builds it, or another build in JIESU_H5: for the portal's setting of that name.
 * @throws when there is none.
 */
export const builtH5 = (): string => {
  const folder = process.env['JIESU_H5'] ?? join(__dirname, '../../miniapp/dist/h5')
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`no H5 portal in ${folder}: npm test builds it`)
  return folder
}

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 800 }

/** How long something may take that usually takes a fraction of a second. */
const PATIENCE_MS = 15_000

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** The element of that id that can be seen: pages of the app's stack stay in the document. */
  at(id: string): Locator
  /** Waits until the element can be seen, with that text in it when one is given. */
  sees(id: string, text?: string | RegExp): Promise<Locator>
  /** Waits until nothing of that id can be seen. */
  misses(id: string): Promise<void>
  press(id: string): Promise<void>
  fill(id: string, text: string): Promise<void>
  /** Opens an address of the portal. */
  open(path: string): Promise<void>
}

export interface TestBrowser {
  visitor(size: { width: number; height: number }): Promise<Visitor>
  /** Exceptions and errors that the app wrote to the console; answers that refuse are none. */
  readonly errors: readonly string[]
  /** Errors so far were expected. */
  forget(): void
  stop(): Promise<void>
}

const isRefusedAnswer = (text: string): boolean => text.startsWith('Failed to load resource')

const makeVisitor = (context: BrowserContext, page: Page): Visitor => {
  const at = (id: string) => page.locator(`[id="${id}"]:visible`).last()
  const shown = async () => (await page.locator('.frame').allInnerTexts()).join('\n—\n')
  const sees: Visitor['sees'] = async (id, text) => {
    const found =
      text === undefined ? at(id) : page.locator(`[id="${id}"]:visible`).filter({ hasText: text }).last()
    await found.waitFor().catch(async (error: unknown) => {
      throw new Error(
        `${id} ${String(text ?? '')} was not seen at ${page.url()}, where there is:\n${await shown()}`,
        {
          cause: error,
        },
      )
    })
    return found
  }
  return {
    page,
    context,
    at,
    sees,
    misses: async (id) => {
      await page.locator(`[id="${id}"]:visible`).first().waitFor({ state: 'hidden' })
    },
    press: (id) => at(id).click(),
    fill: (id, text) => at(id).fill(text),
    open: async (path) => {
      await page.goto(path)
    },
  }
}

/** @param url origin of the portal. */
export const startBrowser = async (url: string): Promise<TestBrowser> => {
  const browser: Browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  })
  const errors: string[] = []
  return {
    errors,
    forget: () => {
      errors.length = 0
    },
    visitor: async (viewport) => {
      const context = await browser.newContext({
        viewport,
        baseURL: url,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' && !isRefusedAnswer(message.text())) errors.push(message.text())
      })
      return makeVisitor(context, page)
    },
    stop: () => browser.close(),
  }
}
