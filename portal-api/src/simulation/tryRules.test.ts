import { join } from 'node:path'
import type { SimulationAnswer } from '@jiesu/shared-types'
import { loadCities, readCityTexts } from '../cities/loadCities'
import { loadCalendar } from '../clock/loadCalendar'
import type { OrderStore, Replayable } from '../orders/order.store'
import { makeTryRules, MOST_ORDERS } from './tryRules'

const root = join(__dirname, '../..')
const cities = loadCities(join(root, 'cities'))
const texts = new Map([...cities.keys()].map((id) => [id, readCityTexts(join(root, 'cities', id))]))
const calendar = loadCalendar(join(root, 'calendar'))
const limits = texts.get('yantai')?.get('limits.json') ?? ''
const files = { 'limits.json': limits }

const order = (i: number) =>
  ({
    order: {
      number: `261123${i}`,
      submittedAt: new Date('2026-11-23T09:00:00+08:00'),
      requester: 'citizen',
      kind: 'help',
      category: 'city/water-main',
      facts: [],
      place: { district: '370602' },
      text: '漏水',
    },
    // What rules look at; the rest of an order does not matter here.
  }) as unknown as Replayable

/** A portal's store of so many orders; each page takes the given minutes of its clock. */
const portal = (count: number, minutesPerPage = 0) => {
  let now = new Date('2026-11-23T10:00:00+08:00')
  let left = Array.from({ length: count }, (_, i) => order(i))
  const orders: Pick<OrderStore, 'replayable'> = {
    replayable: (_city, _range, limit) => {
      now = new Date(now.getTime() + minutesPerPage * 60_000)
      const page = left.slice(0, limit)
      left = left.slice(limit)
      return Promise.resolve(page)
    },
  }
  return makeTryRules({ cities, texts, calendar, orders, clock: () => now })
}

const foundIn = (answer: SimulationAnswer) => (answer.outcome === 'findings' ? answer.findings : [])

test('no more than the newest orders are replayed, and the report says so', async () => {
  expect(await portal(MOST_ORDERS + 1)('yantai', { files })).toMatchObject({
    orders: MOST_ORDERS,
    more: true,
  })
  expect(await portal(3)('yantai', { files })).toMatchObject({ orders: 3, more: false })
})

test('a database that takes its time gets as far as it gets', async () => {
  const answer = await portal(1000, 1)('yantai', { files })
  expect(answer).toMatchObject({ outcome: 'report', orders: 0, more: true })
})

test('one trial at a time for a city; other cities are not kept waiting', async () => {
  let answer: (page: Replayable[]) => void = () => undefined
  const orders = { replayable: () => new Promise<Replayable[]>((resolve) => (answer = resolve)) }
  const tryRules = makeTryRules({ cities, texts, calendar, orders, clock: () => new Date(0) })
  const first = tryRules('yantai', { files })
  await expect(tryRules('yantai', { files })).rejects.toMatchObject({ refusal: 'not-allowed-now' })
  const elsewhere = tryRules('fuzhou', { files: { 'limits.json': '' } })
  expect(foundIn(await elsewhere)).toHaveLength(1)
  answer([])
  expect(await first).toMatchObject({ outcome: 'report', orders: 0 })
  const again = tryRules('yantai', { files })
  answer([])
  expect(await again).toMatchObject({ outcome: 'report' })
})

test('a trial that failed does not bar the next one', async () => {
  let page = () => Promise.reject<Replayable[]>(new Error('no database'))
  const orders = { replayable: () => page() }
  const tryRules = makeTryRules({ cities, texts, calendar, orders, clock: () => new Date(0) })
  await expect(tryRules('yantai', { files })).rejects.toThrow('no database')
  page = () => Promise.resolve([])
  expect(await tryRules('yantai', { files })).toMatchObject({ outcome: 'report' })
})

test('what has to be corrected is said with file and path; the list is bounded', async () => {
  const tryRules = portal(0)
  const finding = async (name: string, text: string) =>
    foundIn(await tryRules('yantai', { files: { [name]: text } }))[0]
  expect(await finding('limits.json', limits.replace('"rules": [', '"rules": ['.repeat(2)))).toEqual({
    file: 'limits.json',
    path: '',
    line: 6,
    message: expect.stringMatching(/^不是完整的 JSON，请检查逗号、引号和括号（第 6 行附近）$/) as string,
  })
  expect(await finding('limit.json', '{}')).toMatchObject({
    file: 'limit.json',
    message: expect.stringMatching(/^没有这个文件/) as string,
  })
  const profile = texts.get('yantai')?.get('profile.json') ?? ''
  expect(await finding('profile.json', profile.replace('"yantai"', '"weihai"'))).toEqual({
    file: 'profile.json',
    path: 'id',
    line: 2,
    message: '应与文件夹同名："yantai"',
  })
  const many = await tryRules('yantai', {
    files: { 'units.json': JSON.stringify({ units: Array.from({ length: 300 }, () => ({})) }) },
  })
  expect(many).toMatchObject({ outcome: 'findings', total: 1200 })
  expect(foundIn(many)).toHaveLength(100)
})
