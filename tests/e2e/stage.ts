/** What a browser test stands on: a portal that serves the built app, and a browser, for all tests of a file. */
import { builtH5, startBrowser, type TestBrowser, type Visitor } from '../support/browser'
import { startPortal, type TestPortal } from '../support/portal'

/** A Monday morning, and a working day in both cities. */
export const MONDAY = '2026-11-23T09:00:00+08:00'

export interface Stage {
  readonly portal: TestPortal
  readonly browser: TestBrowser
  /** Somebody with a device of their own, which is gone after the test. */
  readonly visitor: (size: { width: number; height: number }) => Promise<Visitor>
  /** Sets the portal's clock; a time of Shanghai, e.g. 2026-11-23T09:40:00. */
  readonly at: (shanghai: string) => void
}

/**
 * To be called once, at the top of a file. What the app writes to the console as an error fails the test in which it
 * happened.
 * @param startsAt ISO instant with its zone.
 * @param settings of the portal, beside those of every test.
 */
export const setStage = (startsAt: string = MONDAY, settings: Record<string, string> = {}): Stage => {
  let portal: TestPortal | undefined
  let browser: TestBrowser | undefined
  const guests: Visitor[] = []
  const set = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('the stage is set before the first test of a file, not earlier')
    return thing
  }

  beforeAll(async () => {
    portal = await startPortal(startsAt, { settings: { JIESU_H5: builtH5(), ...settings } })
    browser = await startBrowser(portal.url)
  })
  afterEach(async () => {
    await Promise.all(guests.splice(0).map(({ context }) => context.close()))
    const errors = [...set(browser).errors]
    set(browser).forget()
    expect(errors).toEqual([])
  })
  afterAll(async () => {
    await browser?.stop()
    await portal?.stop()
  })

  return {
    get portal() {
      return set(portal)
    },
    get browser() {
      return set(browser)
    },
    visitor: async (size) => {
      const guest = await set(browser).visitor(size)
      guests.push(guest)
      return guest
    },
    at: (shanghai) => {
      set(portal).now = new Date(`${shanghai}+08:00`)
    },
  }
}
