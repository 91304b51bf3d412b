/** The compiled mini-program, run against the real API: an order is submitted, looked up, answered and rated. */
import { deeds, PUBLIC_REPLY } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { FORM, lookUp, LOOKUP, ordersWith, sendAppeal, writeAppeal, writeDetails } from './citizen'
import { setStage } from './stage'

const stage = setStage()
const { open, openAgain, seen, says, tap } = stage

const chooseCity = async (name: string) => {
  await seen('submit-city')
  if (stage.app.view().byId('submit-city').text.includes(name)) return
  await tap('submit-city')
  const row = await stage.app.waitFor((view) => view.byText(name))
  await stage.app.tap(row)
  await says('submit-city', name)
}

const fillIn = async (text: string) => {
  await chooseCity('烟台')
  await writeAppeal(stage, text)
  await writeDetails(stage)
}

test('submits an order, shows number, code and promise, and looks it up on another phone', async () => {
  await open(FORM)
  await fillIn('门口的自来水主管道从昨晚开始漏水，路面已经积水，请尽快来修。')
  const receipt = await sendAppeal(stage)
  expect(receipt.code).toMatch(/^\d{6}$/)
  expect(stage.app.view().text).toContain('11月30日（周一）24:00')
  const heard = stage.app.view().find(({ attr }) => String(attr['ariaLabel']).startsWith('还剩'))
  expect(heard?.attr).toMatchObject({
    ariaRole: 'img',
    ariaLabel: expect.stringMatching(
      /^还剩 5 个工作日 1[45] 小时，11月30日（周一）24:00 前办理完毕并答复，时限 5 个工作日$/,
    ) as string,
  })

  const act = deeds(stage.portal)
  const unit = await stage.portal.staff(await handlerOf(stage.portal, receipt.number))
  await act.receive(receipt.number, unit)
  await act.reply(receipt.number, unit)

  await open(LOOKUP)
  await lookUp(stage, receipt)
  expect((await seen('order-reply')).text).toContain(PUBLIC_REPLY)
})

test('without a network: the app dies, is opened again, and has sent it once', async () => {
  await open(FORM)
  const text = '小区门口的自来水主管道漏水三天了，水一直往外冒，请派人修理。'
  await fillIn(text)
  stage.app.network.set('none')
  await tap('submit-send')
  await says('waiting-title', '网络恢复后自动提交')
  expect(stage.app.calls('getRandomValues')).toHaveLength(1)

  await openAgain()
  const row = await stage.app.waitFor((view) => view.byText('您的诉求已经提交成功'))
  // The same command as before: its id was kept with the words.
  expect(stage.app.calls('getRandomValues')).toHaveLength(0)
  await stage.app.tap(row)
  expect((await seen('sent-code')).text).toMatch(/^\d{6}$/)
  expect(await ordersWith(stage, text)).toBe(1)
})

test('every page opens without a lost template or an error', async () => {
  const pages = [
    'home/index/index',
    'progress/home/index',
    'knowledge/search/index',
    'hotlines/list/index',
    'me/home/index',
    'cities/choose/index',
    'submit/drafts/index',
    'me/sign-in/index',
  ]
  for (const page of pages) {
    await open(`pages/${page}`)
    await stage.app.waitFor((view) => view.text.length > 10 && !stage.app.network.busy)
  }
  await open('packages/desk/sign-in/index')
  await stage.app.waitFor((view) => view.text.length > 5)
})
