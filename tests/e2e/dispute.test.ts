/**
 * A full dispute, played by everybody in a real browser: dispatch, return, refused, extension, a reply that leaves one
 * ask out, reply, dissatisfied, redo, cards, concluded; and three orders merged into one job with three ratings.
 */
import { submitOrder } from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { handlerOf } from '../support/handlerOf'
import { lookUp, type Receipt } from './citizen'
import { openFromList, sendReply, signInAtDesk, writeReply } from './staff'
import { setStage } from './stage'

jest.setTimeout(240_000)

const stage = setStage()
const { at } = stage

/** Somebody at a desk of their own, with the order open before them. */
const seated = async (account: string, number: string): Promise<Visitor> => {
  const staff = await stage.visitor(DESKTOP)
  await staff.open(`/desk/order?number=${number}`)
  await signInAtDesk(staff, account)
  await staff.sees('desk-appeal')
  return staff
}
/** Some steps stand side by side, others behind 更多步骤. */
const begin = async (staff: Visitor, step: string): Promise<void> => {
  if ((await staff.page.locator(`[id="${step}"]:visible`).count()) === 0)
    await staff.press('desk-more-actions')
  await staff.press(step)
  await staff.sees(`${step}-form`)
}
const submit = async (text: string): Promise<Receipt> => {
  const receipt = await stage.portal.call(submitOrder, { body: leakingMain({ text }) })
  return { number: receipt.order.number, code: receipt.queryCode }
}
const rateAs = async (citizen: Visitor, solved: string, satisfied: string): Promise<void> => {
  await citizen.press('order-rate')
  await citizen.press(`rate-solved-${solved}`)
  await citizen.press(`rate-satisfaction-${satisfied}`)
}

test('a dispute from the dispatch to the end', async () => {
  const receipt = await submit('门口的自来水主管道漏水，请尽快修好。路面也被冲坏了，请一起修补。')
  const { number } = receipt
  const account = await handlerOf(stage.portal, number)

  // 退单: the manager says that it is not theirs; a reviewer refuses.
  const manager = await seated(`${account}-manager`, number)
  await begin(manager, 'desk-return')
  await manager.fill('desk-return-reason', '漏点在小区红线内，应由产权单位维修。')
  await manager.fill('desk-return-evidence', '现场照片与管网图')
  await manager.press('desk-return-send')
  await manager.sees('desk-next', '等热线审核退单')
  const reviewer = await stage.visitor(DESKTOP)
  await reviewer.open('/desk')
  await signInAtDesk(reviewer, 'yantai-reviewer')
  await openFromList(reviewer, number)
  await reviewer.sees('desk-next', '请审核退单')
  await begin(reviewer, 'desk-refuse-return')
  await reviewer.sees('desk-return-request', '现场照片与管网图')
  await reviewer.fill('desk-refuse-return-reason', '管网图显示漏点在公共管道上。')
  await reviewer.press('desk-refuse-return-send')
  await reviewer.sees('desk-returns', '计入不当退单')

  // The unit goes on: receives, splits what is asked for, asks for two days more.
  const unit = await seated(account, number)
  await unit.press('desk-receive')
  await begin(unit, 'desk-split')
  expect(await unit.at('desk-split-text-0').inputValue()).toContain('修好')
  await unit.press('desk-split-send')
  await unit.sees('desk-asks', '路面也被冲坏了')
  await begin(unit, 'desk-ask-extension')
  await unit.fill('desk-ask-extension-days', '2')
  await unit.fill('desk-ask-extension-reason', '等待同型号的管道接头到货。')
  await unit.press('desk-ask-extension-send')
  const supervisor = await stage.visitor(DESKTOP)
  await supervisor.open('/desk')
  await signInAtDesk(supervisor, 'yantai-supervisor')
  await openFromList(supervisor, number)
  await begin(supervisor, 'desk-grant-extension')
  await supervisor.fill('desk-grant-extension-reason', '确需等待配件。')
  await supervisor.press('desk-grant-extension-send')
  await supervisor.misses('desk-grant-extension')

  // A reply that leaves one ask out is refused at its place, and nothing that was written is lost.
  await unit.page.reload()
  await unit.sees('desk-appeal')
  const text = '漏水的管道接头已经更换，供水恢复正常。'
  await writeReply(unit, text, '更换 DN100 接头一处。')
  await unit.press('desk-reply-outcome-1-done')
  await unit.fill('desk-reply-point-1', '接头已经更换，不再漏水。')
  await unit.press('desk-reply-send')
  await unit.sees('desk-reply-points-error', '路面也被冲坏了')
  expect(await unit.at('desk-reply-public').inputValue()).toBe(text)
  await unit.press('desk-reply-outcome-2-done')
  await unit.fill('desk-reply-point-2', '路面已经铺好。')
  await sendReply(unit)

  // Not solved: another round, which is late; the clock gives cards and a supervisor speaks.
  const citizen = await stage.visitor(PHONE)
  await lookUp(citizen, receipt)
  await citizen.sees('order-points', '路面已经铺好')
  await rateAs(citizen, 'unsolved', 'dissatisfied')
  await citizen.press('rate-redo-yes')
  await citizen.fill('rate-reason', '路面又塌了一块。')
  await citizen.press('rate-send')
  await citizen.sees('order-sentence', '第 2 轮')
  await citizen.press('order-remind')
  await citizen.fill('order-remind-text', '请快一点，晚上看不清。')
  await citizen.press('order-remind-text-send')
  await citizen.sees('order-timeline', '催办')
  at('2026-12-05T10:00:00')
  await stage.portal.tick()
  const board = await seated('yantai-supervisor', number)
  await board.sees('desk-timeline', '红牌')
  await begin(board, 'desk-supervise')
  await board.press('desk-supervise-form-notice')
  await board.fill('desk-supervise-text', '已经超时，请今天修补路面并答复。')
  await board.press('desk-supervise-send')
  await board.sees('desk-supervision', '等承办单位答复')
  const again = await seated(account, number)
  await begin(again, 'desk-answer-supervision')
  await again.fill('desk-answer-supervision-text', '施工队已经到场。')
  await again.press('desk-answer-supervision-send')
  await again.sees('desk-supervision', '施工队已经到场')
  await writeReply(again, '塌陷的路面已经重新夯实并铺好沥青。', '夯实回填两方。')
  for (const ask of ['1', '2']) {
    await again.press(`desk-reply-outcome-${ask}-done`)
    await again.fill(`desk-reply-point-${ask}`, '已经办好并复查。')
  }
  await sendReply(again)
  const happy = await stage.visitor(PHONE)
  await lookUp(happy, receipt)
  // The requester reads no cards and no supervision: these stay inside.
  expect(await (await happy.sees('order-timeline')).innerText()).not.toMatch(/红牌|督办单|施工队/)
  await rateAs(happy, 'solved', 'satisfied')
  await happy.press('rate-send')
  await happy.sees('order-sentence', '办结')
})

test('three people report the same leak: one job, one reply, three ratings', async () => {
  at('2026-12-07T09:00:00')
  const receipts = [
    await submit('东门外的水管漏水，流了一地，请来修。'),
    await submit('小区东门水管爆了，路上都是水。'),
    await submit('东门口漏水两天了，没人管吗？'),
  ]
  const [lead, ...others] = receipts
  const operator = await seated('yantai-operator', others[0]!.number)
  for (const { number } of others) {
    await operator.open(`/desk/order?number=${number}`)
    await operator.sees('desk-appeal')
    await begin(operator, 'desk-merge')
    await operator.fill('desk-merge-into', lead!.number)
    await operator.fill('desk-merge-reason', '同一处漏水')
    await operator.press('desk-merge-send')
    await operator.sees('desk-next', '已并入另一件工单')
  }
  const unit = await seated(await handlerOf(stage.portal, lead!.number), lead!.number)
  await unit.press('desk-receive')
  await writeReply(unit, '东门外的管道已经更换，积水已经抽干。', '更换管道两米。')
  await sendReply(unit)
  await stage.portal.tick()
  for (const [i, receipt] of receipts.entries()) {
    const citizen = await stage.visitor(PHONE)
    await lookUp(citizen, receipt)
    await citizen.sees('order-reply', '积水已经抽干')
    const page = await citizen.page.locator('body').innerText()
    for (const other of receipts)
      if (other !== receipt) expect(page.replace(/\s/g, '')).not.toContain(other.number)
    await rateAs(citizen, 'solved', i === 0 ? 'satisfied' : 'very-satisfied')
    await citizen.press('rate-send')
    await citizen.sees('order-sentence', '办结')
    await citizen.context.close()
  }
})
