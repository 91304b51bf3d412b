/** 站内消息: what happened to the account's own orders, newest first, one sentence each. */
import { listMessages, type Message } from '@jiesu/shared-types'
import { leakingMain, noWater } from '../support/appeals'
import { deeds, INTERNAL_ACCOUNT } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  act = deeds(portal)
})
afterAll(() => portal.stop())

const at = (shanghai: string) => {
  portal.now = new Date(`${shanghai}+08:00`)
}
const messages = async (as: As): Promise<readonly Message[]> =>
  (await portal.call(listMessages, { query: {} }, as)).messages

test('each step that concerns the requester, in one sentence, newest first', async () => {
  const me = await portal.citizen('13800000401')
  const { number } = await act.submit(leakingMain(), me)
  const unit = await portal.staff(await handlerOf(portal, number))
  at('2026-11-23T10:00:00')
  await act.receive(number, unit)
  await act.explain(number, unit, '主管道接头老化破裂，正在抢修。')
  at('2026-11-23T15:00:00')
  await act.reply(number, unit)
  at('2026-11-23T18:00:00')
  const other = await act.submit(noWater(), me)
  await act.rate(number, me, { solved: 'unsolved', reason: '还在漏水', asksRedo: true })
  const list = await messages(me)
  expect(list.map((one) => [one.type, one.number, one.at])).toEqual([
    // Of one moment, orders in the order of their numbers.
    ...[
      ['redo-ordered', number, '2026-11-23T18:00:00+08:00'],
      ['accepted', other.number, '2026-11-23T18:00:00+08:00'],
    ].sort(([, a = ''], [, b = '']) => (a > b ? -1 : 1)),
    ['replied', number, '2026-11-23T15:00:00+08:00'],
    ['cause-explained', number, '2026-11-23T10:00:00+08:00'],
    ['accepted', number, '2026-11-23T09:00:00+08:00'],
  ])
  expect(list.at(-1)).toEqual({
    id: `${number}-2`,
    number,
    type: 'accepted',
    at: '2026-11-23T09:00:00+08:00',
    text: '您反映的“给水管道漏水”已受理，最迟 11月30日（周一）24:00 前答复您。',
    cityName: '烟台',
  })
  expect(list.find((one) => one.type === 'replied')?.text).toMatch(
    /^.+已经答复您反映的“给水管道漏水”，请您看看，并在 11月30日（周一）24:00 前评价。$/,
  )
  expect(JSON.stringify(list)).not.toContain(INTERNAL_ACCOUNT)
})

test('nobody else reads them, and not without signing in', async () => {
  at('2026-11-23T09:00:00')
  const me = await portal.citizen('13800000402')
  await act.submit(leakingMain(), me)
  expect(await messages(await portal.citizen('13800000403'))).toEqual([])
  expect((await portal.refused(listMessages, { query: {} })).code).toBe('sign-in-required')
  // Number and query code open one order, not the account's messages.
  const { own } = await act.submit(leakingMain())
  expect((await portal.refused(listMessages, { query: {} }, own)).code).toBe('sign-in-required')
})

test('page by page nothing is left out and nothing comes twice', async () => {
  at('2026-11-23T09:00:00')
  const me = await portal.citizen('13800000404')
  const numbers: string[] = []
  // Many of one moment: numbers tell them apart.
  for (let i = 0; i < 25; i++) numbers.push((await act.submit(leakingMain(), me)).number)
  at('2026-11-23T09:01:00')
  for (let i = 0; i < 20; i++) numbers.push((await act.submit(leakingMain(), me)).number)
  const seen: Message[] = []
  let after: string | undefined
  do {
    const page = await portal.call(listMessages, { query: after === undefined ? {} : { after } }, me)
    expect(page.messages.length).toBeLessThanOrEqual(20)
    seen.push(...page.messages)
    after = page.next
  } while (after !== undefined)
  expect(seen.map((one) => one.number).sort()).toEqual([...numbers].sort())
  expect(seen.map((one) => one.at)).toEqual(
    seen
      .map((one) => one.at)
      .sort()
      .reverse(),
  )
  const odd = await portal.refused(listMessages, { query: { after: 'tomorrow' } }, me)
  expect(odd.fields?.map((field) => field.path)).toEqual(['/after'])
})
