/** The compiled mini-program with somebody who refuses: each refusal is taken calmly, and the order is submitted. */
import path from 'node:path'
import { readFileSync } from 'node:fs'
import { startPortal, type TestPortal } from '../support/portal'
import { launchMiniApp, type MiniApp } from './harness'

const DIST = path.join(__dirname, '../../miniapp/dist/weapp')

jest.setTimeout(60_000)

let portal: TestPortal
let app: MiniApp
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
beforeEach(async () => {
  app = await launchMiniApp({ dist: DIST, baseUrl: portal.url, url: 'pages/submit/form/index' })
  await seen('submit-text')
})
afterEach(() => app.close())
afterAll(() => portal.stop())

const tap = (id: string) => app.tap(app.view().byId(id))
const input = (id: string, text: string) => app.input(app.view().byId(id), text)
const seen = (id: string) => app.waitFor((view) => view.byId(id))
const says = (id: string, text: string) =>
  app.waitFor((view) => {
    const node = view.byId(id)
    if (!node.text.includes(text)) throw new Error(`${id} says ${node.text}`)
    return node
  })
const pick = async (id: string, option: string) => {
  await tap(id)
  await seen(`${id}-option-${option}`)
  await tap(`${id}-option-${option}`)
}

/** Everything else of the form, and off it goes. */
const submit = async () => {
  await input('submit-text', '门口的自来水主管道漏水，路面已经积水，请尽快来修。')
  await tap('submit-kind-help')
  await pick('submit-category', 'city_water-main')
  await pick('submit-district', '370602')
  await tap('submit-confidentiality-open')
  await input('submit-name', '王女士')
  await input('submit-phone', '13800000000')
  await tap('submit-send')
  expect((await seen('sent-number')).text.replace(/\D/g, '')).toMatch(/^\d{16}$/)
  expect(app.warnings).toEqual([])
  expect(app.errors).toEqual([])
}

test('the position: proposed to who allows it, and only roughly', async () => {
  await tap('submit-here')
  await says('submit-here-answer', '您大概在 莱山区，对吗？')
  expect(app.calls('getLocation')).toEqual([])
  expect(app.calls('getFuzzyLocation')).toHaveLength(1)
  await tap('submit-here-yes')
  await says('submit-district', '莱山区')
})

test('the position refused', async () => {
  app.answers.location = () => null
  await tap('submit-here')
  await says('submit-here-answer', '没有用到您的位置，没关系')
  await submit()
})

test('the privacy guide refused: no position is asked for, no album is opened, and the order goes', async () => {
  app.answers.privacy = () => false
  await tap('submit-here')
  await says('submit-here-answer', '没有用到您的位置，没关系')
  await tap('submit-photo-add')
  await says('submit-photos-declined', '不带照片也可以提交')
  expect(app.calls('requirePrivacyAuthorize')).toHaveLength(2)
  expect(app.calls('getFuzzyLocation')).toEqual([])
  expect(app.calls('chooseMedia')).toEqual([])
  await submit()
})

test('album and camera refused', async () => {
  app.answers.photos = () => null
  await tap('submit-photo-add')
  await app.waitFor(() => app.calls('chooseMedia').length === 1)
  await submit()
})

test('who agreed to the privacy guide is not asked again', async () => {
  await tap('submit-here')
  await says('submit-here-answer', '您大概在')
  expect(app.calls('requirePrivacyAuthorize')).toEqual([])
})

test('the app declares what it asks for, and nothing else', () => {
  const declared = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as Record<string, unknown>
  expect(declared).toMatchObject({
    requiredPrivateInfos: ['getFuzzyLocation'],
    __usePrivacyCheck__: true,
  })
  const { permission } = declared as { permission: Record<string, { desc: string }> }
  expect(Object.keys(permission)).toEqual(['scope.userFuzzyLocation'])
  expect([...(permission['scope.userFuzzyLocation']?.desc ?? '')].length).toBeLessThanOrEqual(30)
})

test('WeChat DevTools opens the project as it is', () => {
  const root = path.join(__dirname, '../..')
  const project = JSON.parse(readFileSync(path.join(root, 'project.config.json'), 'utf8')) as {
    miniprogramRoot: string
    appid: string
    compileType: string
    setting: Record<string, unknown>
  }
  expect(path.join(root, project.miniprogramRoot)).toBe(`${DIST}/`)
  expect(project).toMatchObject({
    compileType: 'miniprogram',
    appid: expect.stringMatching(/^(touristappid|wx\w{16})$/) as string,
  })
  // The build has compiled and packed everything: DevTools must not do so again.
  expect(project.setting).toMatchObject({ es6: false, enhance: false, postcss: false, minified: false })
})
