/** Asked in vain by three, proposed, written, published, found: the whole way in a real browser. */
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { signInAtDesk } from './staff'
import { MONDAY, setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage(MONDAY, { JIESU_TRUST_PROXY: '1' })

const ASKED = '水箱冻裂了怎么办'

/** Somebody on a line of their own. */
const citizen = async (line: number): Promise<Visitor> => {
  const visitor = await stage.visitor(PHONE)
  await visitor.context.setExtraHTTPHeaders({ 'x-forwarded-for': `198.51.100.${line}` })
  return visitor
}

const counted = (visitor: Visitor) =>
  visitor.page.waitForResponse((answer) => answer.url().endsWith('/knowledge/searches'))

const atDesk = async (account: string): Promise<Visitor> => {
  const staff = await stage.visitor(DESKTOP)
  await staff.open('/desk/knowledge')
  await signInAtDesk(staff, account)
  await staff.sees('knowledge-queue-mine')
  return staff
}

test('three people ask in vain; the unit writes the entry, the hotline publishes it, the same words find it', async () => {
  for (const line of [11, 12, 13]) {
    const asker = await citizen(line)
    await asker.open('/knowledge')
    await asker.fill('knowledge-search', ASKED)
    await asker.page.getByText(`没有查到“${ASKED}”`).waitFor()
    const answer = counted(asker)
    await asker.at('knowledge-search').press('Enter')
    expect((await answer).status()).toBe(204)
  }

  const editor = await atDesk('yantai-water-supply-editor')
  await editor.press('knowledge-queue-proposals')
  await editor.page.getByText('至少 3 人问过，共 3 次').waitFor()
  await editor.page.locator('[id^="proposal-begin-"]:visible').click()
  expect(await (await editor.sees('knowledge-title')).inputValue()).toBe(ASKED)
  await editor.sees('knowledge-history', '来自知识库建议')
  await editor.fill('knowledge-phrasings', '水箱冻坏了\n水箱裂了漏水\n冬天水箱冻住了\n换水箱找谁')
  await editor.fill('knowledge-shortAnswer', '先关闭表前阀门，再拨打 12345 报修，由供水企业上门更换。')
  await editor.fill('knowledge-section-0-heading', '办理步骤')
  await editor.fill('knowledge-section-0-text', '关闭表前阀门。\n拨打 12345 报修。')
  await editor.fill('knowledge-document', '烟台市供水管理办法')
  await editor.fill('knowledge-item', '第二十条')
  await editor.press('knowledge-save')
  await editor.sees('knowledge-findings', '符合采编标准')
  await editor.fill('knowledge-step-why', '群众常问')
  await editor.press('knowledge-do-submit')
  await editor.sees('knowledge-stage', '待单位审核')

  for (const [account, stage] of [
    ['yantai-water-supply-manager', '待热线发布'],
    ['yantai-knowledge-reviewer', '没有修改'],
  ] as const) {
    const staff = await atDesk(account)
    await staff.page.locator('[id^="knowledge-yantai-"]:visible').click()
    await staff.press('knowledge-do-approve')
    await staff.sees('knowledge-stage', stage)
  }

  // Back at the lists, which stand where they were left.
  await editor.page.goBack()
  await editor.page.getByText('现在没有建议').waitFor()
  await editor.page.goForward()
  await editor.sees('knowledge-stage', '没有修改')
  await editor.page.reload()
  await editor.sees('knowledge-stage', '没有修改')
  await editor.press('knowledge-back')
  await editor.sees('knowledge-queue-mine')

  const next = await citizen(14)
  await next.open('/knowledge')
  await next.fill('knowledge-search', ASKED)
  await next.page.getByText('先关闭表前阀门').waitFor()
})

test('who rests on an answer and goes to a person all the same is counted, typing is not', async () => {
  const asker = await citizen(21)
  const sent: string[] = []
  asker.page.on('request', (request) => {
    if (request.url().endsWith('/knowledge/searches')) sent.push(request.postData() ?? '')
  })
  await asker.page.clock.install()
  await asker.open('/knowledge')
  await asker.sees('knowledge-search')
  await asker.page.clock.pauseAt(Date.now() + 3_600_000)
  for (const typed of ['家里', '家里停', '家里停水']) {
    const found = asker.page.waitForResponse(
      (answer) =>
        answer.url().includes('/knowledge?') && new URL(answer.url()).searchParams.get('q') === typed,
    )
    await asker.fill('knowledge-search', typed)
    await asker.page.clock.runFor(500)
    await found
  }
  await asker.page.locator('[aria-live]:not([aria-busy="true"]) [id^="hit-"]:visible').first().waitFor()
  expect(sent).toEqual([])
  const rested = counted(asker)
  await asker.page.clock.runFor(5000)
  await rested
  const left = counted(asker)
  await asker.press('knowledge-submit')
  expect((await left).status()).toBe(204)
  const outcomes = sent.map((body) => JSON.parse(body) as unknown)
  expect(outcomes).toEqual([
    { city: 'yantai', q: '家里停水', outcome: 'asked' },
    { city: 'yantai', q: '家里停水', outcome: 'unsolved' },
  ])
})
