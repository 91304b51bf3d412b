/** The compiled mini-program without a network, against the real API: nothing is lost, nothing is sent twice. */
import { FORM, ordersWith, readReceipt, writeAppeal } from './citizen'
import type { LaunchSettings } from './harness'
import type { MpRequest } from './harness/http'
import { setStage } from './stage'

const LEAK = '门口的自来水主管道从昨晚开始漏水，路面已经积水，请尽快来修。'

const stage = setStage()
const { open, openAgain, seen, tapSeen: tap, valueOf } = stage

/** Appeals that the app has tried to bring to the portal. */
let posts: MpRequest[]
const counting: Pick<LaunchSettings, 'requestHandler'> = {
  requestHandler: (request, send) => {
    if (request.method === 'POST' && request.url.endsWith('/api/v1/orders')) posts.push(request)
    return send(request)
  },
}
beforeEach(async () => {
  posts = []
  await open(FORM, counting)
  await seen('submit-text')
})
afterEach(() => stage.portal.database.mend())

test('sent without a network, then with one: by itself, once, with its photo', async () => {
  const text = `${LEAK}（断网）`
  await writeAppeal(stage, text)
  stage.app.network.set('none')
  await tap('submit-photo-add')
  await stage.app.waitFor((view) => view.byText('已存在手机里，有网络时自动上传'))
  await tap('submit-send')
  await stage.says('waiting-title', '等网络恢复后自动提交')
  expect(await ordersWith(stage, text)).toBe(0)

  stage.app.network.set('wifi')
  await readReceipt(stage)
  const stored = await stage.portal.connection
    .collection<{ order: { text: string; attachments: string[] } }>('orders')
    .findOne({ 'order.text': text })
  expect(stored?.order.attachments).toHaveLength(1)
  expect([posts.length, await ordersWith(stage, text)]).toEqual([1, 1])
  // The photo is forgotten here once the portal has it.
  expect(stage.app.storage.files.size).toBe(0)
})

test('the portal is away: the app tries again when it is looked at once more, and sends once', async () => {
  const text = `${LEAK}（系统恢复）`
  await writeAppeal(stage, text)
  stage.portal.database.cut()
  await tap('submit-send')
  await stage.says('waiting-title', '系统恢复后自动提交')
  stage.portal.database.mend()
  await tap('waiting-now')
  await seen('sent-number')
  expect(await ordersWith(stage, text)).toBe(1)
})

test('the app is killed while writing: words and photo are there again', async () => {
  const text = `${LEAK}（被关掉）`
  stage.app.network.set('none')
  await stage.input('submit-text', text)
  await tap('submit-photo-add')
  await stage.app.waitFor((view) => view.byText('已存在手机里，有网络时自动上传'))

  await openAgain('pages/home/index/index', counting)
  await tap('home-draft')
  await stage.app.waitFor(() => valueOf('submit-text') === text)
  await stage.app.waitFor((view) => view.byText('已上传'))
  expect(posts).toEqual([])
})

test('several drafts: a second one begins empty, the list leads back to the first, one is thrown away', async () => {
  await stage.input('submit-text', `${LEAK}（第一件）`)
  await tap('submit-another')
  await stage.app.waitFor(() => valueOf('submit-text') === '')
  await stage.input('submit-text', '小区路灯坏了三天，晚上看不清路。')
  await tap('submit-drafts')
  const cards = () => stage.app.view().findAll(({ attr }) => /^draft-open-/.test(String(attr['id'])))
  await stage.app.waitFor(() => cards().length === 2)
  await stage.app.tap(cards()[1])
  await stage.app.waitFor(() => String(valueOf('submit-text')).includes('第一件'))
  await stage.app.back()
  const removals = () =>
    stage.app.view().findAll(({ attr }) => /^draft-remove-[^]*$/.test(String(attr['id'])))
  await stage.app.waitFor(() => removals().length === 2)
  await stage.app.tap(removals()[0])
  await stage.app.tap(
    await stage.app.waitFor((view) =>
      view.find(({ attr }) => /^draft-remove-.*-yes$/.test(String(attr['id']))),
    ),
  )
  await stage.app.waitFor(() => cards().length === 1)
  expect(stage.app.view().text).toContain('第一件')
})
