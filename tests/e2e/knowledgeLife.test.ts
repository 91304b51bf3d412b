/** An entry with an error, in a real browser: reported by a citizen, mended by its unit, published, told, found anew. */
import { pdfFile } from '../support/entryFiles'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { signInByPhone } from './citizen'
import { signInAtDesk } from './staff'
import { setStage } from './stage'

jest.setTimeout(120_000)

const PHONE_NUMBER = '13800000611'

const stage = setStage()

const signIn = async (citizen: Visitor): Promise<void> => {
  await citizen.open('/messages')
  await citizen.press('messages-sign-in')
  await signInByPhone(citizen, stage.portal, PHONE_NUMBER)
  await citizen.page.getByText('还没有消息').waitFor()
}

const atDesk = async (account: string): Promise<Visitor> => {
  const staff = await stage.visitor(DESKTOP)
  await staff.open('/desk/knowledge')
  await signInAtDesk(staff, account)
  await staff.sees('knowledge-queue-mine')
  return staff
}

test('a citizen reports an error; the unit mends it, the hotline publishes, the citizen is told and finds it', async () => {
  const act = knowledgeDeeds(stage.portal)
  const writer = await stage.portal.staff('yantai-water-supply-editor')
  const { id } = await act.draft(PIPE_ENTRY, writer)
  await act.move(id, writer, 'submit', { why: '新写' })
  await act.move(id, await stage.portal.staff('yantai-water-supply-manager'), 'approve')
  await act.move(id, await stage.portal.staff('yantai-knowledge-reviewer'), 'approve')

  const citizen = await stage.visitor(PHONE)
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
  await writeMaterials(editor)
  // What was written is there after the page was left.
  await editor.page.reload()
  expect(await (await editor.sees('knowledge-section-0-text')).inputValue()).toBe('用户卡\n身份证')
  await editor.press('knowledge-save')
  await editor.sees('knowledge-changes', '免费更换')
  await editor.sees('knowledge-changes', '【所需材料】（所需材料）')
  // A reason has to be given.
  await editor.press('knowledge-do-submit')
  await editor.sees('knowledge-step-why-error', '请写明改了什么')
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
  await reviewer.sees('knowledge-settling', '没有写水表由谁付钱。')
  // Nothing is taken for settled before somebody says so, and what is said comes from a person.
  await reviewer.misses('knowledge-settled')
  await reviewer.page.locator('[id^="knowledge-settle-c"]').first().click()
  await reviewer.press('knowledge-do-approve')
  await reviewer.sees('knowledge-settling', '处理结果')
  await reviewer.page.locator('#knowledge-settled:focus').waitFor()
  await reviewer.fill('knowledge-settled', '已经补充：水表免费更换。')
  await reviewer.press('knowledge-do-approve')
  await reviewer.sees('knowledge-stage', '没有修改')
  await reviewer.misses('knowledge-tasks')
  await reviewer.sees('knowledge-versions', '第 2 版')

  await citizen.open('/knowledge?q=水表冻裂')
  await citizen.sees(`hit-${id}`, '免费更换')

  await citizen.open('/messages')
  await citizen.page.getByText('已经补充：水表免费更换。').waitFor()
  await citizen.page.locator('[id^="message-"]:visible').first().click()
  await citizen.sees('short-answer', '免费更换')
  await takeAlong(citizen)
})

/** A list of materials before the steps, a form and a related question. */
const writeMaterials = async (editor: Visitor): Promise<void> => {
  await editor.press('knowledge-sections-add')
  await editor.press('knowledge-section-1-kind')
  await editor.press('knowledge-section-1-kind-option-materials')
  expect(await editor.at('knowledge-section-1-heading').inputValue()).toBe('所需材料')
  await editor.fill('knowledge-section-1-text', '用户卡\n身份证')
  await editor.press('knowledge-section-1-up')
  expect(await editor.at('knowledge-section-0-heading').inputValue()).toBe('所需材料')
  // The focus went with it.
  await editor.page.locator('#knowledge-section-0-down:focus').waitFor()

  const chooser = editor.page.waitForEvent('filechooser')
  await editor.press('knowledge-files-add')
  await (await chooser).setFiles({ name: '更换水表申请表.pdf', mimeType: '', buffer: pdfFile() })
  expect(await (await editor.sees('knowledge-file-0-name')).inputValue()).toBe('更换水表申请表')

  await editor.fill('knowledge-relate', '停水')
  await editor.press('knowledge-relate-yantai-water-outage')
  await editor.sees('knowledge-related-yantai-water-outage', '停水了怎么办')
}

/** What the reader does with it: ticks off what is ready, takes the form, goes on to the next question. */
const takeAlong = async (citizen: Visitor): Promise<void> => {
  await citizen.press('material-0-0')
  await citizen.sees('ticked-0', '已备好 1/2')
  await citizen.page.reload()
  await citizen.sees('ticked-0', '已备好 1/2')
  expect(await citizen.at('material-0-0').getAttribute('aria-checked')).toBe('true')
  const download = citizen.page.waitForEvent('download')
  await citizen.page.locator('[id^="file-"]:visible').click()
  expect((await download).suggestedFilename()).toBe('更换水表申请表.pdf')
  await citizen.page.getByRole('link', { name: '停水了怎么办' }).click()
  await citizen.page.waitForURL(/yantai-water-outage/)
}
