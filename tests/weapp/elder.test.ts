/** The compiled mini-program for those who need large type: WeChat's font size is followed, the elder view offered once. */
import path from 'node:path'
import { startPortal, type TestPortal } from '../support/portal'
import { launchMiniApp, type MiniApp } from './harness'

const DIST = path.join(__dirname, '../../miniapp/dist/weapp')

let portal: TestPortal
let app: MiniApp
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
afterEach(() => app.close())
afterAll(() => portal.stop())

const launch = async (fontSizeSetting: number) => {
  app = await launchMiniApp({
    dist: DIST,
    baseUrl: portal.url,
    url: 'pages/home/index/index',
    device: { fontSizeSetting },
  })
  await app.waitFor((view) => view.byId('home-submit'))
}
const tap = (id: string) => app.tap(app.view().byId(id))
const frame = () => app.view().byClass('frame')

test('type grows with the font size that was set in WeChat', async () => {
  await launch(20)
  expect(frame().attr['style']).toContain('--reader: 1.25')
})

test('with the usual font size nothing is asked, and the elder view is one press away', async () => {
  await launch(16)
  expect(frame().attr['style'] ?? '').not.toContain('--reader')
  expect(app.view().allById('home-elder-offer')).toEqual([])
  await tap('home-elder')
  await app.waitFor((view) => view.byClass('frame').classes.includes('elder'))
  expect(app.view().byId('home-elder').text).toBe('退出关怀版')
  await tap('home-elder')
  await app.waitFor((view) => !view.byClass('frame').classes.includes('elder'))
  expect(app.errors).toEqual([])
})

test('a large font is answered once with the offer of the elder view', async () => {
  await launch(20)
  await tap('home-elder-no')
  await app.waitFor((view) => view.allById('home-elder-offer').length === 0)
  expect(frame().classes).not.toContain('elder')
})

test('the elder view that was offered comes at a press', async () => {
  await launch(22)
  await tap('home-elder-yes')
  await app.waitFor((view) => view.byClass('frame').classes.includes('elder'))
  expect(app.view().allById('home-elder-offer')).toEqual([])
})
