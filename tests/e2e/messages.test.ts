/** 消息 and 未送达 in a real browser: what the requester reads, and what the administrator does about news that got lost. */
import { leakingMain } from '../support/appeals'
import { DESKTOP, PHONE } from '../support/browser'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { signInAtDesk } from './staff'
import { signInByPhone } from './citizen'
import { setStage } from './stage'

jest.setTimeout(120_000)

const PHONE_NUMBER = '13800000501'

const stage = setStage()

test('a citizen sees that there is news, reads it, and opens the order', async () => {
  const citizen = await stage.visitor(PHONE)
  await citizen.open('/messages')
  await citizen.press('messages-sign-in')
  await signInByPhone(citizen, stage.portal, PHONE_NUMBER)
  await citizen.page.getByText('还没有消息').waitFor()

  stage.portal.now = new Date('2026-11-23T09:30:00+08:00')
  const act = deeds(stage.portal)
  const order = await act.submit(leakingMain(), await stage.portal.citizen(PHONE_NUMBER))
  const unit = await stage.portal.staff(await handlerOf(stage.portal, order.number))
  await act.receive(order.number, unit)
  stage.portal.now = new Date('2026-11-23T15:00:00+08:00')
  await act.reply(order.number, unit)

  await citizen.open('/me')
  await citizen.sees('me-messages', '2 条新消息')
  await citizen.press('me-messages')
  const newest = await citizen.sees(`message-${order.number}-5`, '已经答复')
  expect(await newest.innerText()).toContain('新')
  await citizen.sees(`message-${order.number}-2`, '已受理，最迟 11月30日（周一）24:00 前答复您')
  await citizen.press(`message-${order.number}-5`)
  await citizen.sees('order-reply')
  await citizen.open('/me')
  await citizen.sees('me-messages', '受理、答复、办结等进展')
  await citizen.context.close()
})

test('an administrator has lost news sent again, and lets the rest go', async () => {
  // What the test before left to be told is told first.
  for (let i = 0; i < 5; i++) await stage.portal.tick()
  stage.portal.sms.setFaults({ status: 400 })
  const act = deeds(stage.portal)
  const first = await act.submit(leakingMain({ contact: { name: '王女士', phone: '13800000502' } }))
  const second = await act.submit(leakingMain({ contact: { name: '李先生', phone: '13800000503' } }))
  for (let i = 0; i < 5; i++) await stage.portal.tick()
  stage.portal.sms.setFaults(null)

  const administrator = await stage.visitor(DESKTOP)
  await administrator.open('/desk')
  await signInAtDesk(administrator, 'yantai-administrator')
  await administrator.press('desk-to-undelivered')
  await administrator.sees(`undelivered-${first.number}-2`, '短信，号码不能接收 · 试过 1 次')
  await administrator.press(`undelivered-again-${first.number}-2`)
  await administrator.misses(`undelivered-${first.number}-2`)
  await stage.portal.tick()
  expect(stage.portal.sms.sent('13800000502').map((message) => message.template)).toEqual(['order-accepted'])
  await administrator.press(`undelivered-drop-${second.number}-2`)
  await administrator.sees('undelivered', '没有未送达的消息')
  await stage.portal.tick()
  expect(stage.portal.sms.sent('13800000503')).toEqual([])
  await administrator.press('desk-to-rules')
  await administrator.misses('undelivered')
  await administrator.context.close()

  // Whose page it is not is led to the own one.
  const operator = await stage.visitor(DESKTOP)
  await operator.open('/desk/undelivered')
  await signInAtDesk(operator, 'yantai-operator')
  await operator.sees('desk-queue-mine')
  await operator.misses('desk-to-undelivered')
  await operator.context.close()
})
