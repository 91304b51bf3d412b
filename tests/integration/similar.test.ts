/** The same event: what citizens may read of others' reports, following instead of sending again, and merging at the desk. */
import {
  findSimilar,
  followMatter,
  getDeskOrder,
  listFollowed,
  listMessages,
  listSimilarOrders,
  mergeInto,
  replyOrder,
  type SubmitOrderInput,
  unfollow,
  withdrawOrder,
} from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { deeds, INTERNAL_ACCOUNT } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let act: ReturnType<typeof deeds>
beforeEach(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  act = deeds(portal)
})
afterEach(() => portal.stop())

const STREET = '370602001'
const SECRET = '我家住示范里 7 号楼 502，电话 13800000000'
const leak = (changes: Partial<SubmitOrderInput> = {}) =>
  leakingMain({
    place: { district: '370602', street: STREET, detail: '示范路 1 号王家门口' },
    text: `门口的自来水主管道从昨晚开始漏水。${SECRET}`,
    ...changes,
  })
const noise = (changes: Partial<SubmitOrderInput> = {}) =>
  leak({
    kind: 'complaint',
    category: 'noise/night-construction',
    text: '楼下工地半夜施工，睡不着觉。',
    ...changes,
  })
const ask = (about: object = {}, as: As = {}) =>
  portal.call(
    findSimilar,
    { body: { city: 'yantai', category: 'city/water-main', district: '370602', street: STREET, ...about } },
    as,
  )
const first = async (as: As = {}): Promise<string> => (await ask({}, as)).matters[0]?.key ?? ''
const at = (shanghai: string) => {
  portal.now = new Date(`${shanghai}:00+08:00`)
}

test('a public matter in plain words: no text, number, name or detail in the raw answer', async () => {
  const owner = await portal.citizen('13800000501')
  const { number } = await act.submit(leak(), owner)
  const answer = await portal.send('POST', findSimilar.path, {
    city: 'yantai',
    category: 'city/water-main',
    district: '370602',
    street: STREET,
    text: '示范路漏水',
  })
  expect(answer.body).toEqual({
    matters: [
      {
        key: expect.any(String) as string,
        categoryName: '给水管道漏水',
        placeWords: expect.stringMatching(/^芝罘区 \S+$/) as string,
        statusWords: '已派给承办单位',
        unitName: expect.any(String) as string,
        sinceWords: '2026年11月23日',
        dueWords: '11月30日（周一）24:00',
        people: 1,
      },
    ],
  })
  const raw = JSON.stringify(answer.body)
  for (const hidden of [number, '王', '号楼', '13800000', '示范', '昨晚']) expect(raw).not.toContain(hidden)
  // Each time another key, which cannot be told from one of another order.
  expect(await first()).not.toBe(await first())
  // Nothing that was asked is in the log.
  expect(portal.log.join('\n')).not.toContain('示范路漏水')
  // One's own is no news.
  expect((await ask({}, owner)).matters).toEqual([])
})

test.each<[string, Partial<SubmitOrderInput>, object]>([
  ['confidential', { confidentiality: 'confidential' }, {}],
  [
    'an enterprise’s',
    { requester: 'enterprise', enterprise: { name: '示范商贸有限公司', creditCode: '91370600XXXXXXXXXM' } },
    {},
  ],
  [
    'a matter between people',
    { category: 'housing/property-management' },
    { category: 'housing/property-management' },
  ],
  ['in another street', {}, { street: '370602002' }],
  ['of an unknown street', { place: { district: '370602', detail: '' } }, {}],
  ['in another district', {}, { district: '370611', street: '370611001' }],
  ['in another city', {}, { city: 'fuzhou' }],
  ['asked with neither street nor words', {}, { street: '' }],
])('never shown: %s', async (_what, changes, about) => {
  await act.submit(leak(changes))
  expect((await ask(about)).matters).toEqual([])
})

test('anonymous reports are neither shown nor counted', async () => {
  const { contact: _, ...nobody } = leak({ confidentiality: 'anonymous' })
  await act.submit(nobody)
  expect((await ask()).matters).toEqual([])
})

test('noise is shown for the district alone, and only when three different people have reported it', async () => {
  const operator = await portal.staff('yantai-operator')
  const about = { category: 'noise/night-construction' }
  const numbers: string[] = []
  for (const phone of ['13800000511', '13800000512', '13800000513']) {
    expect((await ask(about)).matters).toEqual([])
    numbers.push((await act.submit(noise(), await portal.citizen(phone))).number)
  }
  const [lead = '', ...others] = numbers
  // Signed in as nobody: may be one of the others.
  others.push((await act.submit(noise())).number)
  for (const [i, number] of others.entries()) {
    expect((await ask(about)).matters).toHaveLength(i < 2 ? 0 : 1)
    await act.take(mergeInto, number, operator, { into: lead, reason: '同一处工地' })
  }
  expect((await ask(about)).matters).toMatchObject([{ placeWords: '芝罘区', people: 4 }])
})

test('following: told by message and text message when it is answered, never what is not for everybody', async () => {
  const owner = await portal.citizen('13800000521')
  const { number } = await act.submit(leak(), owner)
  const me = await portal.citizen('13800000522')
  at('2026-11-23T10:00')
  const key = await first(me)
  const followed = await portal.call(followMatter, { body: { key } }, me)
  expect(followed).toMatchObject({ people: 2, over: false, statusWords: '已派给承办单位' })
  // Again is the same, and one's own is not to be followed.
  expect((await portal.call(followMatter, { body: { key } }, me)).id).toBe(followed.id)
  expect(await portal.refused(followMatter, { body: { key } }, owner)).toMatchObject({ code: 'not-found' })
  // The unit and the supervisor learn how many, the requester nothing.
  const unit = await portal.staff(await handlerOf(portal, number))
  for (const desk of [unit, await portal.staff('yantai-supervisor')])
    expect(await portal.call(getDeskOrder, { params: { number } }, desk)).toMatchObject({ watchers: 1 })
  expect(JSON.stringify(await act.read(number, owner))).not.toContain('watchers')

  await act.receive(number, unit)
  at('2026-11-23T22:00')
  await act.reply(number, await portal.staff(await handlerOf(portal, number)))
  await portal.tick()
  const texts = () => portal.sms.sent('13800000522').filter(({ template }) => template === 'matter-news')
  expect(texts()).toEqual([])
  at('2026-11-24T08:00')
  await portal.tick()
  await portal.tick()
  expect(texts().map(({ params }) => params)).toEqual([{ what: '给水管道漏水', state: '已有答复' }])

  const { messages } = await portal.call(listMessages, { query: {} }, me)
  expect(messages).toEqual([
    {
      id: `${followed.id}-${messages[0]?.id.split('-')[1] ?? ''}`,
      followed: followed.id,
      type: 'replied',
      at: '2026-11-23T22:00:00+08:00',
      text: expect.stringMatching(
        /^您关注的“给水管道漏水”（芝罘区 \S+）已有答复，请在“我关注的事”里查看。$/,
      ) as string,
      cityName: '烟台',
    },
  ])
  const list = await portal.call(listFollowed, {}, me)
  expect(list.matters).toMatchObject([{ id: followed.id, statusWords: '已经答复', over: false }])
  const raw = JSON.stringify([messages, list, followed])
  for (const hidden of [number, '王', '号楼', '示范', '管道已经修好', INTERNAL_ACCOUNT])
    expect(raw).not.toContain(hidden)

  await portal.call(unfollow, { params: { id: followed.id } }, owner)
  expect((await portal.call(listFollowed, {}, me)).matters).toHaveLength(1)
  await portal.call(unfollow, { params: { id: followed.id } }, me)
  expect((await portal.call(listFollowed, {}, me)).matters).toEqual([])
  expect((await portal.call(listMessages, { query: {} }, me)).messages).toEqual([])
})

test('the reply’s text where the unit lets everybody read it', async () => {
  const { number } = await act.submit(leak())
  const me = await portal.citizen('13800000531')
  await portal.call(followMatter, { body: { key: await first(me) } }, me)
  const unit = await portal.staff(await handlerOf(portal, number))
  await act.receive(number, unit)
  await act.take(replyOrder, number, unit, {
    publicReply: '示范路主管道已经修复，供水恢复正常。',
    internalAccount: '更换接头一处。',
    publishable: true,
  })
  expect((await portal.call(listFollowed, {}, me)).matters[0]?.reply?.text).toBe(
    '示范路主管道已经修复，供水恢复正常。',
  )
})

test('a matter that is withdrawn ends without a word why; one that is merged is followed on', async () => {
  const owner = await portal.citizen('13800000541')
  const lead = await act.submit(leak(), owner)
  at('2026-11-23T09:30')
  const other = await act.submit(leak(), await portal.citizen('13800000542'))
  const me = await portal.citizen('13800000543')
  const { matters } = await ask({}, me)
  const [newest] = matters
  expect(matters).toHaveLength(2)
  await portal.call(followMatter, { body: { key: newest?.key ?? '' } }, me)
  await act.take(mergeInto, other.number, await portal.staff('yantai-operator'), {
    into: lead.number,
    reason: '同一处漏水',
  })
  await portal.tick()
  expect((await portal.call(listFollowed, {}, me)).matters).toMatchObject([{ people: 3, over: false }])
  await act.take(withdrawOrder, lead.number, owner, { reason: '私人原因不便说' })
  await portal.tick()
  const mine = await portal.call(listFollowed, {}, me)
  expect(mine.matters).toMatchObject([{ statusWords: '不再单独办理', over: true }])
  const { messages } = await portal.call(listMessages, { query: {} }, me)
  expect(messages.map(({ type }) => type)).toEqual(['withdrawn'])
  expect(JSON.stringify([mine, messages])).not.toContain('私人原因')
})

test('keys: made up, altered, a day old, of a matter that has ended', async () => {
  const { number, own } = await act.submit(leak(), await portal.citizen('13800000551'))
  const me = await portal.citizen('13800000552')
  const key = await first(me)
  for (const wrong of ['x', number, `${key.slice(0, -4)}AAAA`])
    expect(await portal.refused(followMatter, { body: { key: wrong } }, me)).toMatchObject({
      code: 'not-found',
    })
  expect(await portal.refused(followMatter, { body: { key } })).toMatchObject({ code: 'sign-in-required' })
  at('2026-11-24T09:00')
  expect(await portal.refused(followMatter, { body: { key } }, me)).toMatchObject({ code: 'not-found' })
  const fresh = await first(me)
  await act.take(withdrawOrder, number, own, { reason: '已经修好' })
  expect(await portal.refused(followMatter, { body: { key: fresh } }, me)).toMatchObject({
    code: 'not-found',
  })
})

test('nobody asks through a city: questions are counted', async () => {
  for (let i = 0; i < 60; i++) await ask()
  const about = { city: 'yantai', category: 'city/water-main', district: '370602', street: STREET }
  expect(await portal.refused(findSimilar, { body: about })).toMatchObject({ code: 'too-many-attempts' })
})

test('the desk: orders that may be the same, best first, with why; not for units', async () => {
  const operator = await portal.staff('yantai-operator')
  const same = await act.submit(leak({ text: '示范路芝罘屯路口自来水管漏水，路面积水。' }))
  const further = await act.submit(leak({ category: 'city/roads', text: '大海阳路路面有坑，请修补。' }))
  const { number } = await act.submit(leak({ text: '芝罘屯路口水管漏水一天了，路面都是水。' }))
  const { orders } = await portal.call(listSimilarOrders, { params: { number } }, operator)
  expect(orders.map((one) => one.number)[0]).toBe(same.number)
  expect(orders[0]?.why).toEqual(['类别相同', '同一街道', expect.stringMatching(/^都写到“.*芝罘屯路.*”$/)])
  expect(orders.map((one) => one.number)).not.toContain(number)
  const unit = await portal.staff(await handlerOf(portal, number))
  expect(await portal.refused(listSimilarOrders, { params: { number } }, unit)).toMatchObject({
    code: 'not-yours',
  })
  // What can lead no more is not offered.
  await act.take(mergeInto, number, operator, { into: same.number, reason: '同一处' })
  const again = await portal.call(listSimilarOrders, { params: { number: further.number } }, operator)
  expect(again.orders.map((one) => one.number)).not.toContain(number)
})
