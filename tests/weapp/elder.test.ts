/** The compiled mini-program for those who need large type: WeChat's font size is followed, the elder view offered once. */
import { setStage } from './stage'

const stage = setStage()
const { tap } = stage

const launch = async (fontSizeSetting: number) => {
  await stage.open('pages/home/index/index', { device: { fontSizeSetting } })
  await stage.seen('home-submit')
}
const frame = () => stage.app.view().byClass('frame')

test('type grows with the font size that was set in WeChat', async () => {
  await launch(20)
  expect(frame().attr['style']).toContain('--reader: 1.25')
})

test('with the usual font size nothing is asked, and the elder view is one press away', async () => {
  await launch(16)
  expect(frame().attr['style'] ?? '').not.toContain('--reader')
  expect(stage.app.view().allById('home-elder-offer')).toEqual([])
  await tap('home-elder')
  await stage.app.waitFor((view) => view.byClass('frame').classes.includes('elder'))
  expect(stage.app.view().byId('home-elder').text).toBe('退出关怀版')
  await tap('home-elder')
  await stage.app.waitFor((view) => !view.byClass('frame').classes.includes('elder'))
})

test('a large font is answered once with the offer of the elder view', async () => {
  await launch(20)
  await tap('home-elder-no')
  await stage.app.waitFor((view) => view.allById('home-elder-offer').length === 0)
  expect(frame().classes).not.toContain('elder')
})

test('the elder view that was offered comes at a press', async () => {
  await launch(22)
  await tap('home-elder-yes')
  await stage.app.waitFor((view) => view.byClass('frame').classes.includes('elder'))
  expect(stage.app.view().allById('home-elder-offer')).toEqual([])
})
