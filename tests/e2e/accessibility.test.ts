/** For everyone: what must hold on every page of the app, in its states, in both views, on a phone and on a desktop. */
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import {
  CITIZENS_STOPS,
  DESK_STOPS,
  type Device,
  prepare,
  type Prepared,
  STARTS,
  type Stop,
} from '../support/everyPage'
import { elderOn, keep } from '../support/people'
import { contrastViolations, lostAtTheEdge, smallTargets, violations } from '../support/probes'
import { setStage } from './stage'

jest.setTimeout(120_000)

/** 1280 px at 400 %: what WCAG 1.4.10 asks pages to reflow to. */
const NARROW = { width: 320, height: 640 }

const VIEWS = { standard: 44, elder: 60 } as const
type View = keyof typeof VIEWS

const stage = setStage(STARTS)
let has: Prepared
const devices = new Map<string, Visitor>()

beforeAll(async () => {
  has = await prepare(stage.portal)
})

const deviceOf = async (device: Device, view: View): Promise<Visitor> => {
  const name = `${device} ${view}`
  const known = devices.get(name)
  if (known !== undefined) return known
  const visitor = await stage.browser.visitor(PHONE)
  await keep(visitor.context, { ...has.keeps[device], ...(view === 'elder' ? elderOn : {}) })
  devices.set(name, visitor)
  return visitor
}

const findings = async (visitor: Visitor, stop: Stop, view: View): Promise<Record<string, string[]>> => {
  const { page } = visitor
  const found: Record<string, string[]> = {}
  const note = (name: string, what: string[]) => {
    if (what.length > 0) found[name] = what
  }
  if (stop.desk === undefined) {
    note('targets', await smallTargets(page, VIEWS[view]))
    await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
    note('text twice as large', await lostAtTheEdge(page))
    await page.evaluate(`document.documentElement.style.fontSize = ''`)
  }
  await page.setViewportSize(NARROW)
  note('reflow', await lostAtTheEdge(page))
  for (const size of [PHONE, DESKTOP]) {
    // So tall that no bar at the edge lies over anything.
    await page.setViewportSize({ ...size, height: 8000 })
    note(`axe at ${size.width}`, await violations(page))
    await page.emulateMedia({ colorScheme: 'dark' })
    note(`contrast in the dark at ${size.width}`, await contrastViolations(page))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await page.setViewportSize(PHONE)
  return found
}

const TABLE = (['standard', 'elder'] as const).flatMap((view) =>
  [...CITIZENS_STOPS, ...DESK_STOPS].map((stop) => ({ name: stop.name, view, stop })),
)

test.each(TABLE)('$name, $view view', async ({ stop, view }) => {
  const visitor = await deviceOf(stop.device, view)
  await stop.go(visitor, has)
  expect(await findings(visitor, stop, view)).toEqual({})
})
