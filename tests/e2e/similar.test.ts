/** The same matter in a real browser: a second citizen follows instead of sending it again; an operator merges with one tap. */
import type { Response } from 'playwright-core'
import { leakingMain } from '../support/appeals'
import { DESKTOP, PHONE, type Visitor } from '../support/browser'
import { deeds, INTERNAL_ACCOUNT, PUBLIC_REPLY } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { writeAppeal, signInByPhone } from './citizen'
import { openFromList, signInAtDesk, writeReply } from './staff'
import { setStage } from './stage'

jest.setTimeout(120_000)

const FOLLOWER = '13800000602'
const HIDDEN = ['王女士', '502 室', '13800000000', INTERNAL_ACCOUNT]

const stage = setStage()

/** Everything that the portal answered on the matter, as it came. */
const listen = (citizen: Visitor): (() => Promise<string>) => {
  const answers: Response[] = []
  citizen.page.on('response', (answer) => {
    if (/similar-matters|followed-matters|me\/messages/.test(answer.url())) answers.push(answer)
  })
  return async () => (await Promise.all(answers.map((answer) => answer.text().catch(() => '')))).join('\n')
}

test('a second citizen sees that somebody is at it, follows, and hears of the answer', async () => {
  const act = deeds(stage.portal)
  const place = { district: '370602', street: '370602001', detail: '示范路 1 号王女士家，502 室' }
  const { number } = await act.submit(leakingMain({ place }), await stage.portal.citizen('13800000601'))

  const citizen = await stage.visitor(PHONE)
  const heard = listen(citizen)
  await citizen.open('/submit')
  await writeAppeal(citizen, '示范路口自来水管漏水，路面积水。')
  const card = await citizen.sees('submit-similar', '给水管道漏水')
  expect(await card.innerText()).toContain('已派给承办单位')
  await citizen.press('submit-follow-1')
  await signInByPhone(citizen, stage.portal, FOLLOWER)
  // Back at the form the wish is done, and nothing that was written is lost.
  await citizen.sees('submit-followed', '已经关注')
  expect(await citizen.at('submit-text').inputValue()).toContain('示范路口')
  await citizen.press('submit-to-followed')
  await citizen.page.locator('[id^="followed-"]:visible').filter({ hasText: '2 人反映或关注' }).waitFor()

  const handler = await stage.visitor(DESKTOP)
  const account = await handlerOf(stage.portal, number)
  await act.receive(number, await stage.portal.staff(account))
  await handler.open('/desk')
  await signInAtDesk(handler, account)
  await openFromList(handler, number)
  await handler.sees('desk-watchers', '另有 1 人关注')
  await writeReply(handler, PUBLIC_REPLY, INTERNAL_ACCOUNT)
  await handler.press('desk-reply-publish-yes')
  await handler.press('desk-reply-send')
  await handler.sees('desk-next', '等诉求人评价')
  await stage.portal.tick()
  expect(stage.portal.sms.sent(FOLLOWER).at(-1)).toMatchObject({ template: 'matter-news' })

  await citizen.open('/messages')
  const message = citizen.page
    .locator('[id^="message-"]:visible')
    .filter({ hasText: '您关注的“给水管道漏水”' })
  await message.click()
  const followed = citizen.page.locator('[id^="followed-"]:visible').filter({ hasText: PUBLIC_REPLY })
  await followed.waitFor()
  const raw = await heard()
  expect(raw).toContain('给水管道漏水')
  for (const hidden of [number, ...HIDDEN]) expect(raw).not.toContain(hidden)

  await citizen.page.locator('[id^="unfollow-"]:visible').click()
  await citizen.page.getByText('还没有关注的事').waitFor()
  await citizen.context.close()
  await handler.context.close()
})

test('an operator sees what may be the same, and why, and merges with the form filled in', async () => {
  const act = deeds(stage.portal)
  const text = '芝罘屯路路口自来水管漏水，路面积水。'
  const lead = await act.submit(leakingMain({ text }))
  stage.portal.now = new Date('2026-11-23T09:30:00+08:00')
  const { number } = await act.submit(leakingMain({ text: '水管漏水两天了，芝罘屯路都是水，请来修。' }))
  const operator = await stage.visitor(DESKTOP)
  await operator.open('/desk')
  await signInAtDesk(operator, 'yantai-operator')
  await operator.sees('desk-queue-mine')
  await operator.open(`/desk/order?number=${number}`)
  const candidate = await operator.sees(`desk-similar-${lead.number}`, '芝罘屯路')
  expect(await candidate.innerText()).toMatch(/类别相同[\s\S]*同一区市[\s\S]*都写到“芝罘屯路/)
  await operator.press(`desk-merge-into-${lead.number}`)
  await operator.sees('desk-merge-form')
  expect((await operator.at('desk-merge-into').inputValue()).replace(/\D/g, '')).toBe(lead.number)
  expect(await operator.at('desk-merge-reason').inputValue()).toContain('类别相同')
  await operator.press('desk-merge-send')
  await operator.page.getByText('已并入主单').first().waitFor()
  expect((await act.open(number, await stage.portal.staff('yantai-operator'))).mergedInto).toBe(lead.number)
  await operator.context.close()
})
