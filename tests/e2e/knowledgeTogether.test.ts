/** Two people on one entry, in a real browser: nobody's words are lost without somebody deciding it. */
import { DESKTOP, type Visitor } from '../support/browser'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { signInAtDesk } from './staff'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
const EDITOR = 'yantai-water-supply-editor'

const opened = async (id: string): Promise<Visitor> => {
  const staff = await stage.visitor(DESKTOP)
  await staff.open(`/desk/knowledge?id=${id}`)
  await signInAtDesk(staff, EDITOR)
  await staff.sees('knowledge-shortAnswer')
  return staff
}
const answer = async (staff: Visitor): Promise<string> =>
  (await staff.sees('knowledge-shortAnswer')).inputValue()

test('who saves second sees what the first one wrote, and decides', async () => {
  const act = knowledgeDeeds(stage.portal)
  const { id } = await act.draft(PIPE_ENTRY, await stage.portal.staff(EDITOR))
  const first = await opened(id)
  const second = await opened(id)
  await second.fill('knowledge-shortAnswer', '第二个人写的简答。')
  await first.fill('knowledge-shortAnswer', '第一个人写的简答。')
  await first.press('knowledge-save')
  await first.misses('knowledge-drop')

  await second.press('knowledge-save')
  const conflict = await second.sees('knowledge-conflict', '第一个人写的简答。')
  expect(await conflict.textContent()).toContain('第二个人写的简答。')
  await second.misses('knowledge-save')
  // Also after the page was left: nothing is overwritten by pressing on.
  await second.page.reload()
  await second.sees('knowledge-conflict', '自来水')
  expect((await act.open(id, await stage.portal.staff(EDITOR))).content.shortAnswer).toBe(
    '第一个人写的简答。',
  )
  await second.press('knowledge-overwrite')
  await second.misses('knowledge-conflict')
  expect((await act.open(id, await stage.portal.staff(EDITOR))).content.shortAnswer).toBe(
    '第二个人写的简答。',
  )

  // The first one takes a step on what is no longer what they saw.
  await first.fill('knowledge-step-why', '新写')
  await first.press('knowledge-do-submit')
  const told = await first.sees('knowledge-moved-on', '您这一步没有办')
  expect(await told.textContent()).toContain('第二个人写的简答。')
  expect(await answer(first)).toBe('第二个人写的简答。')

  // And drops what they wrote when somebody else was faster again.
  await first.fill('knowledge-shortAnswer', '又改了一次。')
  await act.edit(id, { shortAnswer: '最新的简答。' }, await stage.portal.staff(EDITOR))
  await first.press('knowledge-save')
  await first.sees('knowledge-conflict', '最新的简答。')
  await first.press('knowledge-drop')
  await first.press('knowledge-drop-yes')
  expect(await answer(first)).toBe('最新的简答。')
  await first.press('knowledge-do-submit')
  await first.sees('knowledge-stage', '待单位审核')
})

test('what was changed can be dropped, and who saves what is not right is taken to it', async () => {
  const act = knowledgeDeeds(stage.portal)
  const { id } = await act.draft({ ...PIPE_ENTRY, title: '水表读数' }, await stage.portal.staff(EDITOR))
  const editor = await opened(id)
  await editor.fill('knowledge-shortAnswer', '写错了。')
  await editor.press('knowledge-drop')
  await editor.press('knowledge-drop-yes')
  expect(await answer(editor)).toBe(PIPE_ENTRY.shortAnswer)
  await editor.misses('knowledge-drop')
  // The same again is nothing that could be lost.
  await editor.fill('knowledge-shortAnswer', '写错了。')
  await editor.fill('knowledge-shortAnswer', PIPE_ENTRY.shortAnswer)
  await editor.press('knowledge-drop')
  await editor.misses('knowledge-drop')

  await editor.fill('knowledge-phones-0-number', '一二三')
  await editor.press('knowledge-save')
  await editor.page.locator('#knowledge-phones-0-number:focus').waitFor()
})

test('a new entry has no topic until somebody chooses one', async () => {
  const editor = await stage.visitor(DESKTOP)
  await editor.open('/desk/knowledge?id=new')
  await signInAtDesk(editor, EDITOR)
  await editor.fill('knowledge-title', '水费怎么交')
  await editor.press('knowledge-save')
  await editor.sees('knowledge-topic-error', '请选择主题')
  await editor.page.locator('#knowledge-topic:focus').waitFor()
  await editor.press('knowledge-drop')
  await editor.press('knowledge-drop-yes')
  await editor.sees('knowledge-queue-mine')
})
