/** The main job by hands, in a real browser: from a phone to the unit's desk and back, twice, until it is solved. */
import { DESKTOP, PHONE } from '../support/browser'
import { handlerOf } from '../support/handlerOf'
import { LEAK, lookUp, sendAppeal, timelineOf, writeAppeal } from './citizen'
import { openFromList, sendReply, signInAtDesk, writeReply } from './staff'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
const { at } = stage

test('submit, automatic dispatch, receive, reply, unsolved, redo, reply, solved, concluded', async () => {
  const citizen = await stage.visitor(PHONE)
  await citizen.open('/')
  await citizen.press('home-submit')
  await writeAppeal(citizen, LEAK)
  const receipt = await sendAppeal(citizen)
  expect(receipt.number).toMatch(/^\d{16}$/)
  expect(receipt.code).toMatch(/^\d{6}$/)
  await citizen.press('sent-order')
  // Five working days, to the end of the last one.
  await citizen.sees('order-sentence', '11月30日（周一）24:00')

  at('2026-11-23T09:40:00')
  const unit = await stage.visitor(DESKTOP)
  const account = await handlerOf(stage.portal, receipt.number)
  await unit.open('/desk')
  await signInAtDesk(unit, account)
  await openFromList(unit, receipt.number)
  await unit.sees('order-clock', '还剩')
  await unit.press('desk-receive')
  await unit.sees('desk-next', '请办理，并答复诉求人')
  // The next day the session has run out: the reply is still there after signing in again.
  at('2026-11-24T15:00:00')
  const firstReply = '我们已更换破损的管道接头，今天下午恢复供水，路面会在三日内修补。'
  await writeReply(unit, firstReply, '更换 DN100 接头一处。')
  await unit.press('desk-reply-send')
  await unit.sees('desk-session-over')
  await signInAtDesk(unit, account)
  expect(await (await unit.sees('desk-reply-public')).inputValue()).toBe(firstReply)
  await sendReply(unit)

  at('2026-11-24T18:00:00')
  const elsewhere = await stage.visitor(PHONE)
  await lookUp(elsewhere, receipt)
  await elsewhere.sees('order-reply', '更换破损的管道接头')
  expect(await elsewhere.page.locator('body').innerText()).not.toContain('DN100')
  await elsewhere.press('order-rate')
  await elsewhere.sees('rate-send')
  await elsewhere.press('rate-solved-unsolved')
  await elsewhere.press('rate-satisfaction-dissatisfied')
  await elsewhere.press('rate-redo-yes')
  await elsewhere.fill('rate-reason', '还在漏水，路面又积水了。')
  await elsewhere.press('rate-send')
  await elsewhere.sees('order-timeline', '退回重办')

  at('2026-11-25T10:00:00')
  await unit.open('/desk')
  await signInAtDesk(unit, account)
  await openFromList(unit, receipt.number)
  await unit.sees('desk-next', '第 2 轮')
  await writeReply(unit, '昨夜重新开挖，找到第二处破损并更换，现场试压一小时无渗漏。', '阀门井东侧。')
  await sendReply(unit)

  at('2026-11-25T20:00:00')
  await lookUp(elsewhere, receipt)
  await elsewhere.sees('order-reply', '第二处破损')
  await elsewhere.press('order-rate')
  await elsewhere.sees('rate-send')
  await elsewhere.press('rate-solved-solved')
  await elsewhere.press('rate-satisfaction-satisfied')
  await elsewhere.press('rate-send')
  await elsewhere.sees('order-timeline', '已办结')

  const story = await timelineOf(elsewhere)
  const steps = [
    '已办结',
    '已评价',
    '已答复',
    '退回重办',
    '已评价',
    '已答复',
    '承办单位已签收',
    '承办单位已查阅',
    '已派给',
    '已受理',
    '提交诉求',
  ]
  let from = 0
  for (const step of steps) {
    const found = story.indexOf(step, from)
    expect({ step, found: found >= 0 }).toEqual({ step, found: true })
    from = found + step.length
  }
  expect(story).toContain('还在漏水')

  at('2026-11-25T20:05:00')
  await unit.open('/desk')
  await signInAtDesk(unit, account)
  await unit.press('desk-queue-closed')
  await unit.sees(`desk-order-${receipt.number}`, '已办结')
})
