/** The compiled mini-program with somebody who refuses: each refusal is taken calmly, and the order is submitted. */
import path from 'node:path'
import { readFileSync } from 'node:fs'
import { WEAPP } from '../support/weappOpening'
import { FORM, sendAppeal, writeAppeal } from './citizen'
import { setStage } from './stage'

const stage = setStage()
const { says, tap } = stage
beforeEach(async () => {
  await stage.open(FORM)
  await stage.seen('submit-text')
})

/** Everything else of the form, and off it goes. */
const submit = async () => {
  await writeAppeal(stage, '门口的自来水主管道漏水，路面已经积水，请尽快来修。')
  await sendAppeal(stage)
}

test('the position: proposed to who allows it, and only roughly', async () => {
  await tap('submit-here')
  await says('submit-here-answer', '您大概在 莱山区，对吗？')
  expect(stage.app.calls('getLocation')).toEqual([])
  expect(stage.app.calls('getFuzzyLocation')).toHaveLength(1)
  await tap('submit-here-yes')
  await says('submit-district', '莱山区')
})

test('the position refused', async () => {
  stage.app.answers.location = () => null
  await tap('submit-here')
  await says('submit-here-answer', '没有用到您的位置，没关系')
  await submit()
})

test('the privacy guide refused: no position is asked for, no album is opened, and the order goes', async () => {
  stage.app.answers.privacy = () => false
  await tap('submit-here')
  await says('submit-here-answer', '没有用到您的位置，没关系')
  await tap('submit-photo-add')
  await says('submit-photos-declined', '不带照片也可以提交')
  expect(stage.app.calls('requirePrivacyAuthorize')).toHaveLength(2)
  expect(stage.app.calls('getFuzzyLocation')).toEqual([])
  expect(stage.app.calls('chooseMedia')).toEqual([])
  await submit()
})

test('album and camera refused', async () => {
  stage.app.answers.photos = () => null
  await tap('submit-photo-add')
  await stage.app.waitFor(() => stage.app.calls('chooseMedia').length === 1)
  await submit()
})

test('who agreed to the privacy guide is not asked again', async () => {
  await tap('submit-here')
  await says('submit-here-answer', '您大概在')
  expect(stage.app.calls('requirePrivacyAuthorize')).toEqual([])
})

test('the app declares what it asks for, and nothing else', () => {
  const declared = JSON.parse(readFileSync(path.join(WEAPP, 'app.json'), 'utf8')) as Record<string, unknown>
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
  expect(path.join(root, project.miniprogramRoot)).toBe(`${WEAPP}/`)
  expect(project).toMatchObject({
    compileType: 'miniprogram',
    appid: expect.stringMatching(/^(touristappid|wx\w{16})$/) as string,
  })
  // The build has compiled and packed everything: DevTools must not do so again.
  expect(project.setting).toMatchObject({ es6: false, enhance: false, postcss: false, minified: false })
})
