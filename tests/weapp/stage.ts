/** What a test of the compiled mini-program stands on: a portal for all tests of a file, and the phone in somebody's hand. */
import { startPortal, type TestPortal } from '../support/portal'
import { WEAPP } from '../support/weappOpening'
import { type LaunchSettings, launchMiniApp, type MiniApp } from './harness'
import type { ViewNode } from './harness/viewNode'

type Opening = Partial<Omit<LaunchSettings, 'dist' | 'baseUrl' | 'url'>>

export interface Stage {
  readonly portal: TestPortal
  /** As it was opened last. */
  readonly app: MiniApp
  /** Opens the app on a phone of its own; what was open before is closed. */
  readonly open: (url: string, opening?: Opening) => Promise<void>
  /** The app dies and is opened again on the same phone; without `url` where it opens by itself. */
  readonly openAgain: (url?: string, opening?: Opening) => Promise<void>
  /** Waits for the element of that id. */
  readonly seen: (id: string) => Promise<ViewNode>
  /** Waits until that element says so. */
  readonly says: (id: string, text: string) => Promise<ViewNode>
  /** Taps what is there now. */
  readonly tap: (id: string) => Promise<void>
  /** Waits for what it taps. */
  readonly tapSeen: (id: string) => Promise<void>
  /** Writes into a field that is there now. */
  readonly input: (id: string, text: string) => Promise<void>
  readonly valueOf: (id: string) => unknown
}

/**
 * To be called once, at the top of a file, on a Monday morning that is a working day in both cities. What went wrong
 * without a person seeing it (lost templates, exceptions, too large setData) fails the test in which it happened.
 */
export const setStage = (): Stage => {
  let portal: TestPortal | undefined
  const phones: MiniApp[] = []
  const set = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('the stage is set before the first test of a file, not earlier')
    return thing
  }
  const app = () => set(phones.at(-1))

  beforeAll(async () => {
    portal = await startPortal('2026-11-23T09:00:00+08:00')
  })
  afterEach(() => {
    phones.at(-1)?.close()
    const wrong = phones
      .splice(0)
      .map(({ page, warnings, errors }) => ({ page: page.route, warnings, errors }))
      .filter(({ warnings, errors }) => warnings.length + errors.length > 0)
    expect(wrong).toEqual([])
  })
  afterAll(() => portal?.stop())

  const launch = async (opening: Opening & { url?: string }) => {
    phones.at(-1)?.close()
    phones.push(await launchMiniApp({ dist: WEAPP, baseUrl: set(portal).url, ...opening }))
  }
  const node = (id: string) => app().view().byId(id)
  const seen = (id: string) => app().waitFor((view) => view.byId(id))
  return {
    get portal() {
      return set(portal)
    },
    get app() {
      return app()
    },
    open: (url, opening = {}) => launch({ ...opening, url }),
    openAgain: (url, opening = {}) =>
      launch({ ...opening, storage: app().storage, ...(url === undefined ? {} : { url }) }),
    seen,
    says: (id, text) =>
      app().waitFor((view) => {
        const found = view.byId(id)
        if (!found.text.includes(text)) throw new Error(`${id} says ${found.text}`)
        return found
      }),
    tap: (id) => app().tap(node(id)),
    tapSeen: async (id) => app().tap(await seen(id)),
    input: (id, text) => app().input(node(id), text),
    valueOf: (id) => node(id).attr['value'],
  }
}
