/** The knowledge at the desk: an entry with everything that one can have, in the list, in the editor and before its publication. */
import { type EntryFile, reportKnowledgeError, uploadKnowledgeFile } from '@jiesu/shared-types'
import { signInAtDesk } from '../e2e/staff'
import { builtH5, startBrowser } from '../support/browser'
import { fileForm, pdfFile } from '../support/entryFiles'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { commandId, headersFor, startPortal } from '../support/portal'
import { SIZES, take, watch } from './camera'

export const takeKnowledgeDesk = async (): Promise<void> => {
  const portal = await startPortal('2026-11-23T09:00:00+08:00', { settings: { JIESU_H5: builtH5() } })
  const act = knowledgeDeeds(portal)
  const editor = await portal.staff('yantai-water-supply-editor')
  const reviewer = await portal.staff('yantai-knowledge-reviewer')
  const form = fileForm(pdfFile(), '水表过户申请表.pdf')
  const { body } = await portal.send('POST', uploadKnowledgeFile.path, form, headersFor(editor))
  const file = body as EntryFile
  const { id } = await act.draft(
    {
      ...PIPE_ENTRY,
      title: '水表过户怎么办',
      phrasings: ['水表改名', '水费户名换人', '买了二手房水表怎么转', '水卡过户'],
      shortAnswer: '带身份证和产权证到供水营业厅办理，当场办结。',
      sections: [
        {
          kind: 'conditions',
          heading: '办理条件',
          text: '水费已经结清。\n房屋产权已经变更，由新的产权人办理。',
        },
        {
          kind: 'materials',
          heading: '所需材料',
          text: '身份证\n不动产权证书（原件，看过即还）\n原户名的缴费凭证',
        },
        {
          kind: 'steps',
          heading: '办理步骤',
          text: '到营业厅取号，填写申请表。\n交材料，核对水表读数。\n领取新的用户卡。',
        },
        { kind: 'fees', heading: '收费', text: '不收费。' },
        { kind: 'limits', heading: '办理时限', text: '材料齐全的，当场办结。' },
      ],
      attachments: [{ id: file.id, name: '水表过户申请表' }],
      audience: ['person', 'enterprise'],
      related: ['yantai-water-outage'],
    },
    editor,
  )
  await act.move(id, editor, 'submit', { why: '常见问题' })
  await act.move(id, await portal.staff('yantai-water-supply-manager'), 'approve')
  await act.move(id, reviewer, 'approve')
  const report = { commandId: commandId(), text: '窗口说不需要原户名的缴费凭证。' }
  await portal.call(
    reportKnowledgeError,
    { params: { id }, body: report },
    await portal.citizen('13800000611'),
  )
  await act.edit(id, { shortAnswer: '带身份证和产权证到供水营业厅办理，不收费，当场办结。' }, editor)

  const browser = await startBrowser(portal.url)
  const at = async (account: string, viewport: (typeof SIZES)[number][1]) => {
    const staff = await browser.visitor(viewport)
    watch(staff.page)
    await staff.page.clock.setFixedTime(portal.now)
    await staff.open('/desk/knowledge')
    await signInAtDesk(staff, account)
    await staff.sees(`knowledge-${id}`)
    return staff
  }
  for (const [size, viewport] of SIZES) {
    const citizen = await browser.visitor(viewport)
    watch(citizen.page)
    await citizen.page.clock.setFixedTime(portal.now)
    await citizen.open(`/knowledge/entry?id=${id}`)
    await citizen.press('material-1-0')
    await citizen.sees('ticked-1', '1/3')
    await take(citizen, 'knowledge-entry-whole', size)
    await citizen.context.close()
    const unit = await at('yantai-water-supply-editor', viewport)
    await take(unit, 'desk-knowledge', size)
    await unit.press(`knowledge-${id}`)
    await unit.sees('knowledge-section-0')
    await take(unit, 'desk-knowledge-editor', size)
    await unit.context.close()
  }
  await act.move(id, editor, 'submit', { why: '写明不收费' })
  await act.move(id, await portal.staff('yantai-water-supply-manager'), 'approve')
  for (const [size, viewport] of SIZES) {
    const hotline = await at('yantai-knowledge-reviewer', viewport)
    await hotline.press(`knowledge-${id}`)
    await hotline.sees('knowledge-settling')
    await hotline.page.locator('[id^="knowledge-settle-c"]').first().click()
    await take(hotline, 'desk-knowledge-review', size)
    await hotline.context.close()
  }
  await browser.stop()
  await portal.stop()
  if (browser.errors.length > 0) throw new Error(`the app complained:\n${browser.errors.join('\n')}`)
}
