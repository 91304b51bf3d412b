/** What citizens read follows `Accept-Language`; the desk, and everything without a wish, is Chinese. */
import type {
  CityProfile,
  DeadlinePreview,
  KnowledgeEntry,
  KnowledgeSearchAnswer,
  MessageList,
  OrderView,
  Problem,
  OrderReceipt,
} from '@jiesu/shared-types'
import { AGENT, burning, leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { type As, headersFor, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  act = deeds(portal)
})
afterAll(() => portal.stop())

const IN_ENGLISH = { 'accept-language': 'en-GB,en;q=0.9' }
const CHINESE = /[\u3400-\u9fff]/

const read = async <T>(path: string, headers: Record<string, string> = IN_ENGLISH): Promise<T> =>
  (await portal.send('GET', path, undefined, headers)).body as T

test.each([
  ['en', 'en'],
  ['en-US,en;q=0.9,zh-CN;q=0.5', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['*', 'zh-CN'],
  ['fr', 'zh-CN'],
  [';;;', 'zh-CN'],
])('Accept-Language %s is answered in %s', async (wish, language) => {
  const { headers, body } = await portal.send('GET', '/api/v1/cities/yantai', undefined, {
    'accept-language': wish,
  })
  expect(headers.get('content-language')).toBe(language)
  expect(headers.get('vary')).toMatch(/Accept-Language/i)
  expect((body as CityProfile).name).toBe(language === 'en' ? 'Yantai' : '烟台')
})

test('what a form is made of', async () => {
  const profile = await read<CityProfile>('/api/v1/cities/yantai')
  expect(profile.kinds[0]).toMatchObject({ id: 'consult', name: 'Question' })
  expect(profile.districts[0]?.name).toBe('Zhifu District')
  expect(
    profile.categories.flatMap(({ categories }) => categories).find(({ id }) => id === 'city/water-main')
      ?.name,
  ).toBe('Leaking water main')
  expect(profile.foreigners).toMatch(/12345/)
  expect((await read<CityProfile>('/api/v1/cities/yantai', {})).foreigners).toBeUndefined()

  const preview = await read<DeadlinePreview>(
    '/api/v1/deadline-previews?city=yantai&requester=citizen&kind=help&category=city/water-main',
  )
  expect(preview.milestones[0]).toMatchObject({ limit: '5 working days', dueWords: 'Mon 30 Nov, 24:00' })
  expect(preview.milestones[0]?.reason.text).not.toMatch(CHINESE)
})

test('the names around answers', async () => {
  const { topics } = await read<KnowledgeSearchAnswer>('/api/v1/knowledge?city=yantai')
  expect(topics.length).toBeGreaterThan(10)
  expect(JSON.stringify(topics)).not.toMatch(CHINESE)
  const entry = await read<KnowledgeEntry>('/api/v1/knowledge/yantai-heating-outage')
  expect(entry.title).toMatch(CHINESE)
  expect(entry.phones.length).toBeGreaterThan(0)
  expect(JSON.stringify([entry.unitName, entry.phones])).not.toMatch(CHINESE)
})

test('every refusal and every field', async () => {
  const answer = await portal.send('POST', '/api/v1/orders', {}, IN_ENGLISH)
  const problem = answer.body as Problem
  expect(problem).toMatchObject({ code: 'invalid-input', title: 'A few things need another look' })
  expect(problem.fields?.length).toBeGreaterThan(3)
  expect(JSON.stringify(problem)).not.toMatch(CHINESE)
  expect(answer.headers.get('content-language')).toBe('en')

  const urgent = (await portal.send('POST', '/api/v1/orders', burning(), IN_ENGLISH)).body as Problem
  expect(urgent.code).toBe('call-first')
  expect(JSON.stringify(urgent)).not.toMatch(CHINESE)

  const nowhere = await read<Problem>('/api/v1/nothing-here')
  expect(nowhere).toMatchObject({ code: 'not-found', title: 'Not found' })
})

test('an order from the receipt to the rating, in both languages at once', async () => {
  const me: As = await portal.citizen('13800000451')
  const written = leakingMain({ text: 'The water main outside the gate is leaking.', agent: AGENT })
  const sent = await portal.send('POST', '/api/v1/orders', written, { ...IN_ENGLISH, ...headersFor(me) })
  const { order } = sent.body as OrderReceipt
  const { number } = order
  const view = (headers = IN_ENGLISH) =>
    read<OrderView>(`/api/v1/orders/${number}`, { ...headers, ...headersFor(me) })
  expect(order).toMatchObject({
    statusWords: 'Sent to the unit',
    categoryName: 'Leaking water main',
    cityName: 'Yantai',
  })
  expect(order.sentence).toMatch(/You will have a reply by Mon 30 Nov, 24:00\.$/)
  expect(order.timeline.at(-1)).toMatchObject({ title: 'Appeal submitted', byWords: 'You' })
  expect(order.milestones[0]).toMatchObject({ name: 'Handled and answered', limit: '5 working days' })
  expect(order.place.words).toMatch(/^Zhifu District/)

  const unit = await portal.staff(await handlerOf(portal, number))
  await act.receive(number, unit)
  await act.reply(number, unit)
  expect((await view()).sentence).toMatch(/has replied\. Please rate the result by Mon 30 Nov, 24:00\.$/)
  expect((await view({ 'accept-language': 'zh-CN' })).sentence).toMatch(/已经答复/)

  const { messages } = await read<MessageList>('/api/v1/me/messages', { ...IN_ENGLISH, ...headersFor(me) })
  expect(messages.at(-1)?.text).toBe(
    'Your appeal about “Leaking water main” was accepted. You will have a reply by Mon 30 Nov, 24:00.',
  )
})

test('the desk is spoken to in Chinese, whatever the browser asks for', async () => {
  const staff = await portal.staff('yantai-operator')
  const answer = await portal.send('GET', '/api/v1/desk/orders?queue=open', undefined, {
    ...IN_ENGLISH,
    ...headersFor(staff),
  })
  expect(answer.headers.get('content-language')).toBe('zh-CN')
  const refused = await portal.send('GET', '/api/v1/desk/orders?queue=open', undefined, IN_ENGLISH)
  expect((refused.body as Problem).title).toBe('请先登录')
})
