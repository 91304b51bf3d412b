/** The workbench in a real browser: who may come in, what is decided there, and what happens when two act at once. */
import { getOrder, lookUpOrder, submitOrder, type SubmitOrderInput } from '@jiesu/shared-types'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { contestedDecision, leakingMain, parkedCars } from '../support/appeals'
import { handlerOf } from '../support/handlerOf'
import { upload } from '../support/photos'
import { lookUp, type Receipt } from './citizen'
import { openFromList, sendReply, signInAtDesk, writeReply } from './staff'
import { setStage } from './stage'

jest.setTimeout(120_000)

/** One grey point. */
const SMALLEST_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

const OPERATOR = 'yantai-operator'

const stage = setStage()
let staff: Visitor
beforeEach(async () => {
  staff = await stage.visitor(DESKTOP)
  await staff.open('/desk')
})

const submitted = async (appeal: SubmitOrderInput): Promise<Receipt> => {
  const { order, queryCode } = await stage.portal.call(submitOrder, { body: appeal })
  return { number: order.number, code: queryCode }
}
const asRequester = async ({ number, code }: Receipt) => {
  const { accessToken } = await stage.portal.call(lookUpOrder, { body: { number, queryCode: code } })
  return stage.portal.call(getOrder, { params: { number } }, { orderAccess: accessToken })
}

test('a wrong password is refused in plain words, and the right one lets in', async () => {
  await signInAtDesk(staff, OPERATOR, 'not-the-password')
  await staff.sees('problem', '账号或密码不对')
  await staff.misses('desk-queue-mine')
  await signInAtDesk(staff, OPERATOR)
  await staff.sees('desk-seat', '烟台热线')
  await staff.press('desk-sign-out')
  await staff.sees('desk-account')
  await staff.misses('desk-session-over')
})

test('an operator sees why a rule spoke, declines by it, and the requester reads where to go', async () => {
  const receipt = await submitted(contestedDecision({ insist: true }))
  await signInAtDesk(staff, OPERATOR)
  await openFromList(staff, receipt.number)
  await staff.sees('desk-findings', '仍请人工判断')
  await staff.press('desk-decline')
  const rule = staff.page.locator('button[id^="desk-decline-rule-"]:visible').first()
  await rule.click()
  expect(await staff.at('desk-decline-reason').inputValue()).toBe('')
  await staff.fill('desk-decline-reason', '对处罚决定不服，由行政复议机关处理。')
  await staff.fill('desk-decline-goto', '市政府行政复议机构')
  await staff.press('desk-decline-send')
  await staff.sees('desk-next', '不予受理')
  await staff.sees('desk-no-actions')

  const citizen = await stage.visitor(PHONE)
  await lookUp(citizen, receipt)
  await citizen.sees('order-declined', '市政府行政复议机构')
})

test('what is with the petition system already is declined by its rule, or noted when it was found late', async () => {
  const { text, contact } = leakingMain()
  const number = 'SF-2026-000001'
  const petition = { number, city: 'yantai', registeredOn: '2026-09-01', stage: 'handling' as const, text }
  stage.portal.petition.register({ ...petition, phone: contact!.phone })
  const held = await submitted(leakingMain())
  stage.portal.petition.setFaults({ status: 503 })
  const late = await submitted(leakingMain())
  stage.portal.petition.setFaults(null)
  await stage.portal.tick()
  stage.portal.petition.clear()

  await signInAtDesk(staff, OPERATOR)
  await openFromList(staff, held.number)
  await staff.sees('desk-petition', 'SF-2026-000001')
  await staff.sees('desk-petition', '同一人的信访事项，内容相似 100%')
  await staff.press('desk-decline')
  await staff.press('desk-decline-rule-petition')
  expect(await staff.at('desk-decline-goto').inputValue()).toContain('烟台市及各区市信访局')
  await staff.fill('desk-decline-reason', '您反映的事项信访部门正在办理。')
  await staff.press('desk-decline-send')
  await staff.sees('desk-next', '不予受理')

  await openFromList(staff, late.number)
  await staff.sees('desk-next', '请看信访查重')
  await staff.press('desk-petition-send')
  await staff.sees('desk-petition-note-error', '查重意见')
  await staff.fill('desk-petition-note', '与信访件是同一处漏点，已请供水单位一并处理。')
  await staff.press('desk-petition-send')
  await staff.sees('desk-petition-opinion', '一并处理')
  await staff.misses(`desk-order-${late.number}`)

  const unit = await stage.visitor(DESKTOP)
  await unit.open('/desk')
  await signInAtDesk(unit, await handlerOf(stage.portal, late.number))
  await openFromList(unit, late.number)
  await unit.misses('desk-petition')
  expect(await unit.page.content()).not.toContain('信访')
})

test('an operator accepts, and dispatches to a unit of own choice with a co-unit', async () => {
  const receipt = await submitted(parkedCars())
  await signInAtDesk(staff, OPERATOR)
  await openFromList(staff, receipt.number)
  await staff.press('desk-dispatch')
  await staff.press('desk-dispatch-send')
  await staff.sees('desk-dispatch-form', '请选择主办单位')
  await staff.press('desk-dispatch-option-other')
  await staff.press('desk-dispatch-unit')
  await staff.fill('desk-dispatch-unit-search', '公安')
  await staff.page.getByRole('button', { name: '市公安局', exact: true }).click()
  await staff.press('desk-dispatch-co')
  await staff.fill('desk-dispatch-co-search', '城管')
  await staff.page.getByRole('button', { name: '市城管局', exact: true }).click()
  await staff.fill('desk-dispatch-reason', '占道停车由公安交管部门处理，城管协助。')
  await staff.press('desk-dispatch-send')
  await staff.sees('desk-next', '等市公安局签收')
  expect(await asRequester(receipt)).toMatchObject({ unitName: '市公安局', coUnitNames: ['市城管局'] })
})

test('an operator asks, the requester answers, and the order goes on', async () => {
  const receipt = await submitted(parkedCars())
  await signInAtDesk(staff, OPERATOR)
  await openFromList(staff, receipt.number)
  await staff.press('desk-ask')
  await staff.fill('desk-ask-question', '请告诉我们是哪一条路、大约几点最堵。')
  await staff.press('desk-ask-send')
  await staff.sees('desk-next', '等诉求人补充')

  const citizen = await stage.visitor(PHONE)
  await lookUp(citizen, receipt)
  await citizen.sees('order-question', '哪一条路')
  await citizen.fill('order-information', '示范路，晚上七点以后。')
  await citizen.press('order-information-send')
  await citizen.sees('order-timeline', '已补充信息')

  await staff.press('desk-refresh')
  await openFromList(staff, receipt.number)
  await staff.page.reload()
  await staff.sees('desk-appeal', '晚上七点以后')
})

test('contact is opened with a reason, and the requester can read who opened it and why', async () => {
  const receipt = await submitted(leakingMain())
  await signInAtDesk(staff, await handlerOf(stage.portal, receipt.number))
  await openFromList(staff, receipt.number)
  expect(await staff.at('desk-contact').innerText()).not.toContain('13800000000')
  await staff.press('desk-contact-show')
  await staff.press('desk-contact-open')
  await staff.sees('desk-contact-why-error', '查看原因')
  await staff.press('desk-contact-reason-0')
  await staff.press('desk-contact-open')
  await staff.sees('desk-contact', '13800000000')

  const citizen = await stage.visitor(PHONE)
  await lookUp(citizen, receipt)
  await citizen.press('order-reads')
  await citizen.page.getByText('核实具体地点').waitFor()
})

test('a photo of the requester is seen at the desk, and at full size on its own', async () => {
  const uploaded = await stage.portal.send('POST', '/api/v1/attachments', upload(SMALLEST_PNG))
  const { id } = uploaded.body as { id: string }
  const receipt = await submitted(leakingMain({ attachments: [id] }))
  await signInAtDesk(staff, await handlerOf(stage.portal, receipt.number))
  await openFromList(staff, receipt.number)
  const photo = (await staff.sees('desk-appeal')).locator('img')
  await photo.scrollIntoViewIfNeeded()
  await photo.and(staff.page.locator('img[src*="/api/"]')).waitFor()
  const [opened] = await Promise.all([staff.context.waitForEvent('page'), photo.click()])
  await opened.waitForLoadState()
  expect(await opened.locator('img').count()).toBe(1)
})

test('a confidential requester stays with the hotline', async () => {
  const receipt = await submitted(leakingMain({ confidentiality: 'confidential' }))
  await signInAtDesk(staff, await handlerOf(stage.portal, receipt.number))
  await openFromList(staff, receipt.number)
  await staff.sees('desk-contact', '实名保密')
  await staff.misses('desk-contact-show')
})

test('a reply survives a reload and a refusal, and what a colleague sent first is not overwritten', async () => {
  const receipt = await submitted(leakingMain())
  const account = await handlerOf(stage.portal, receipt.number)
  await signInAtDesk(staff, account)
  await openFromList(staff, receipt.number)
  await staff.press('desk-receive')
  await staff.sees('desk-reply')
  await writeReply(staff, '已经修好。', '更换接头一处。')
  await staff.press('desk-reply-send')
  await staff.sees('desk-reply-public-error', '请至少写 10 个字')
  const mine = '破损的管道接头已经更换，供水恢复正常。'
  await staff.fill('desk-reply-public', mine)
  await staff.page.reload()
  expect(await (await staff.sees('desk-reply-public')).inputValue()).toBe(mine)

  const colleague = await stage.visitor(PHONE)
  await colleague.open('/desk')
  await signInAtDesk(colleague, account)
  await openFromList(colleague, receipt.number)
  const theirs = '我们已经修好管道，今天下午恢复供水。'
  await writeReply(colleague, theirs, '抢修二组处理。')
  await sendReply(colleague)

  await staff.press('desk-reply-send')
  await staff.sees('desk-conflict', '您写的内容还在')
  await staff.sees('desk-reply-kept', mine)
  expect((await asRequester(receipt)).reply?.text).toBe(theirs)
})

test('a reply whose answer was lost is sent again without a second one', async () => {
  const receipt = await submitted(leakingMain())
  await signInAtDesk(staff, await handlerOf(stage.portal, receipt.number))
  await openFromList(staff, receipt.number)
  await staff.press('desk-receive')
  await staff.sees('desk-reply')
  await writeReply(staff, '破损的管道接头已经更换，供水恢复正常。', '更换接头一处。')
  await staff.page.route('**/replies', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await staff.press('desk-reply-send')
  await staff.sees('desk-reply-form', '不会重复提交')
  await staff.page.unroute('**/replies')
  await sendReply(staff)
  const { timeline } = await asRequester(receipt)
  expect(timeline.filter((entry) => entry.type === 'replied')).toHaveLength(1)
})

test('many orders come page by page, the most urgent first', async () => {
  const first = await submitted(leakingMain())
  const account = await handlerOf(stage.portal, first.number)
  for (let i = 0; i < 34; i++) await stage.portal.call(submitOrder, { body: leakingMain() })
  await signInAtDesk(staff, account)
  const cards = staff.page.locator('[id^="desk-order-2"]:visible')
  await staff.sees('desk-more')
  expect(await cards.count()).toBe(30)
  await staff.press('desk-more')
  await staff.misses('desk-more')
  const waiting = Number((await staff.at('desk-queue-mine').innerText()).replace(/\D/g, ''))
  expect(await cards.count()).toBe(waiting)
})

test('a unit asks for an extension, and a supervisor grants it with a reason', async () => {
  const receipt = await submitted(leakingMain())
  await signInAtDesk(staff, await handlerOf(stage.portal, receipt.number))
  await openFromList(staff, receipt.number)
  await staff.press('desk-receive')
  await staff.press('desk-ask-extension')
  await staff.fill('desk-ask-extension-days', '2')
  await staff.fill('desk-ask-extension-reason', '等待配件到货。')
  await staff.press('desk-ask-extension-send')
  await staff.misses('desk-ask-extension')

  const supervisor = await stage.visitor(DESKTOP)
  await supervisor.open('/desk')
  await signInAtDesk(supervisor, 'yantai-supervisor')
  await openFromList(supervisor, receipt.number)
  await supervisor.press('desk-grant-extension')
  await supervisor.sees('desk-extension-request', '2 个工作日')
  await supervisor.fill('desk-grant-extension-reason', '确需等待配件。')
  await supervisor.press('desk-grant-extension-send')
  await supervisor.misses('desk-grant-extension')
})
