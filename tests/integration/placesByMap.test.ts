/** A map service helps where the city's own list does not settle it; without it nothing is lost, and nothing is told. */
import { getCity, searchPlaces } from '@jiesu/shared-types'
import { startPlacesMock, type RunningPlaces } from '../../mock/places/src/testing'
import { startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

const SUGGESTION = '/ws/place/v1/suggestion'
/** Longer than a service that failed is left alone. */
const LATER_MS = 60_000

let portal: TestPortal
let places: RunningPlaces
beforeAll(async () => {
  places = await startPlacesMock()
  portal = await startPortal('2026-11-23T09:00:00+08:00', {
    settings: { PLACES_BASE_URL: places.url, PLACES_KEY: places.key },
  })
})
beforeEach(() => {
  places.setFaults(null)
  places.answerWith(undefined)
  portal.now = new Date(portal.now.getTime() + LATER_MS)
})
afterAll(async () => {
  await portal.stop()
  await places.stop()
})

const search = (q: string, city = 'yantai') => portal.call(searchPlaces, { query: { city, q } })

test('a compound that no list has is found in its street, for a person to confirm', async () => {
  expect(await search('示范花园')).toEqual({
    places: [
      {
        district: '370602',
        street: '370602003',
        name: '芝罘区 毓璜顶街道',
        matched: '',
        sure: false,
        landmark: '示范花园小区',
      },
    ],
  })
  expect((await search('示范广场', 'fuzhou')).places.map(({ name }) => name)).toEqual(['鼓楼区 东街街道'])
})

test('numbers that belong to somebody, flats, and what needs no help never leave', async () => {
  const before = places.asked().length
  await search('芝罘区毓璜顶街道北马路')
  await search('13800000031')
  await search('示范花园3单元402，13800000031')
  expect(places.asked().slice(before)).toEqual([{ keyword: '示范花园', region: '烟台' }])
})

test.each<[string, () => void]>([
  ['fails', () => places.setFaults({ status: 500 })],
  ['refuses', () => places.setFaults({ errcode: 121 })],
  ['hangs up', () => places.setFaults({ drop: true })],
  ['is slow', () => places.setFaults({ latencyMs: 60_000 })],
  ['answers nonsense', () => places.answerWith({ status: 0, data: [{ title: 5 }] })],
])(
  'a service that %s is not noticed: the own list answers, and the log has no word of it',
  async (_, fail) => {
    fail()
    const calls = places.calls(SUGGESTION)
    const lines = portal.log.length
    const { places: found } = await search('芝罘区示范花园')
    expect(found).toMatchObject([{ district: '370602', sure: true }])
    expect(places.calls(SUGGESTION)).toBe(calls + 1)
    const said = portal.log.slice(lines).filter((line) => line.includes('without the map service'))
    expect(said).toHaveLength(1)
    expect(portal.log.join('')).not.toMatch(/示范花园|demo-places-key/)
  },
)

test('people are told that their words may leave, only where a service is configured', async () => {
  const params = { city: 'yantai' }
  expect(await portal.call(getCity, { params })).toMatchObject({ placesAskOutside: true })
  const alone = await startPortal('2026-11-23T09:00:00+08:00')
  try {
    expect(await alone.call(getCity, { params })).not.toHaveProperty('placesAskOutside')
    const query = { city: 'yantai', q: '示范花园' }
    expect(await alone.call(searchPlaces, { query })).toEqual({ places: [] })
  } finally {
    await alone.stop()
  }
})
