/** An entry with an error, in a real browser: reported by a citizen, mended by its unit, published, told, found anew. */
import { builtH5, DESKTOP, PHONE, startBrowser, type TestBrowser, type Visitor } from '../support/browser'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { startPortal, type TestPortal } from '../support/portal'
import { signInAtDesk } from './staff'

jest.setTimeout(120_000)

const PHONE_NUMBER = '13800000611'

let portal: TestPortal
let browser: TestBrowser
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00', { settings: { JIESU_H5: builtH5() } })
  browser = await startBrowser(portal.url)
})
afterEach(() => {
  expect(browser.errors).toEqual([])
})
afterAll(async () => {
  await browser.stop()
  await portal.stop()
})

const signIn = async (citizen: Visitor): Promise<void> => {
  await citizen.open('/messages')
  await citizen.press('messages-sign-in')
  await citizen.sees('sign-in-phone')
  await citizen.fill('sign-in-phone', PHONE_NUMBER)
  await citizen.press('sign-in-get-code')
  await citizen.page.getByText('验证码已发出').waitFor()
  await citizen.fill('sign-in-code', portal.sms.sent(PHONE_NUMBER).at(-1)?.params['code'] ?? '')
  await citizen.press('sign-in-send')
  await citizen.page.getByText('还没有消息').waitFor()
}

const atDesk = async (account: string): Promise<Visitor> => {
  const staff = await browser.visitor(DESKTOP)
  await staff.open('/desk/knowledge')
  await signInAtDesk(staff, account)
  await staff.sees('knowledge-queue-mine')
  return staff
}

test('a citizen reports an error; the unit mends it, the hotline publishes, the citizen is told and finds it', async () => {
  const act = knowledgeDeeds(portal)
  const writer = await portal.staff('yantai-water-supply-editor')
  const { id } = await act.draft(PIPE_ENTRY, writer)
  await act.move(id, writer, 'submit', { why: '新写' })
  await act.move(id, await portal.staff('yantai-water-supply-manager'), 'approve')
  await act.move(id, await portal.staff('yantai-knowledge-reviewer'), 'approve')

  const citizen = await browser.visitor(PHONE)
  await signIn(citizen)
  await citizen.open(`/knowledge/entry?id=${id}`)
  await citizen.press('entry-wrong')
  await citizen.fill('entry-wrong-text', '没有写水表由谁付钱。')
  // What was written stays.
  await citizen.open(`/knowledge/entry?id=${id}`)
  await citizen.press('entry-wrong')
  expect(await (await citizen.sees('entry-wrong-text')).inputValue()).toBe('没有写水表由谁付钱。')
  await citizen.press('entry-wrong-send')
  await citizen.sees('entry-wrong-done', '11月26日')

  const editor = await atDesk('yantai-water-supply-editor')
  await editor.press('knowledge-queue-corrections')
  await editor.press(`knowledge-${id}`)
  await editor.sees('knowledge-tasks', '没有写水表由谁付钱。')
  await editor.fill('knowledge-shortAnswer', '先关闭表前阀门，再拨打 12345 报修；冻裂的水表免费更换。')
  await editor.press('knowledge-save')
  await editor.sees('knowledge-changes', '免费更换')
  await editor.fill('knowledge-step-why', '补充费用')
  await editor.press('knowledge-do-submit')
  await editor.sees('knowledge-stage', '待单位审核')

  const manager = await atDesk('yantai-water-supply-manager')
  await manager.press(`knowledge-${id}`)
  await manager.sees('knowledge-changes', '免费更换')
  await manager.press('knowledge-do-approve')
  await manager.sees('knowledge-stage', '待热线发布')

  const reviewer = await atDesk('yantai-knowledge-reviewer')
  await reviewer.press(`knowledge-${id}`)
  await reviewer.press('knowledge-do-approve')
  await reviewer.sees('knowledge-stage', '没有修改')
  await reviewer.sees('knowledge-versions', '第 2 版')

  await citizen.open('/knowledge?q=水表冻裂')
  await citizen.sees(`hit-${id}`, '免费更换')

  await editor.fill('knowledge-outcome', '已经补充：水表免费更换，谢谢提醒。')
  await editor.page.reload()
  await editor.press('knowledge-queue-corrections')
  await editor.press(`knowledge-${id}`)
  await editor.page.locator('[id^="knowledge-close-"]:visible').click()
  await editor.misses('knowledge-tasks')

  await citizen.open('/messages')
  await citizen.page.getByText('水表免费更换，谢谢提醒').waitFor()
  await citizen.page.locator('[id^="message-"]:visible').first().click()
  await citizen.sees('short-answer', '免费更换')
})
