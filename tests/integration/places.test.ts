/** Where it is: found in words or by a position that nobody keeps; and always possible to say otherwise. */
import { getOrder, guessPlace, searchPlaces } from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import { startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
afterAll(() => portal.stop())

test('words lead to a district and a street that an order can be submitted with', async () => {
  const query = { city: 'yantai', q: '芝罘区毓璜顶街道北马路' }
  const { places } = await portal.call(searchPlaces, { query })
  expect(places).toEqual([
    {
      district: '370602',
      street: '370602003',
      name: '芝罘区 毓璜顶街道',
      matched: '芝罘区毓璜顶街道',
      sure: true,
    },
  ])
  const { district = '', street = '' } = places[0] ?? {}
  const { receipt } = await deeds(portal).submit(
    leakingMain({ place: { district, street, detail: '北马路' } }),
  )
  expect(receipt.order.place.words).toBe('芝罘区 毓璜顶街道 北马路')
})

test('an address in another city: its own 12345 with the area code', async () => {
  const query = { city: 'yantai', q: '青岛市市南区香港中路' }
  expect(await portal.call(searchPlaces, { query })).toEqual({
    places: [],
    elsewhere: { city: '青岛', dial: '0532-12345' },
  })
})

test('a position is answered with the likeliest districts, and stays nowhere', async () => {
  const body = { city: 'yantai', latitude: 36.9791, longitude: 120.7117 }
  expect((await portal.call(guessPlace, { body })).places).toEqual([
    { district: '370682', name: '莱阳市', matched: '', sure: false },
  ])
  const db = portal.connection.db!
  for (const { name } of await db.listCollections().toArray()) {
    const kept = JSON.stringify(await db.collection(name).find().toArray())
    expect([name, kept.includes('36.97'), kept.includes('120.71')]).toEqual([name, false, false])
  }
})

test('an unknown city is said, as everywhere', async () => {
  const refused = await portal.send('GET', `${searchPlaces.path}?city=nowhere&q=x`)
  expect(refused).toMatchObject({ status: 404, body: { code: 'unknown-city' } })
})

describe('somewhere else', () => {
  const elsewhere = (detail: string) => leakingMain({ place: { district: 'elsewhere', detail } })

  test('is taken in free words, and a person finds the unit', async () => {
    const { number, own } = await deeds(portal).submit(elsewhere('2 路公交车沿线'))
    const order = await portal.call(getOrder, { params: { number } }, own)
    expect(order).toMatchObject({
      status: 'awaiting-dispatch',
      place: { words: '说不清在哪个区市 2 路公交车沿线', district: '说不清在哪个区市' },
    })
    const operator = await portal.staff('yantai-operator')
    const { allowed } = await deeds(portal).open(number, operator)
    expect(allowed).toContain('dispatch')
  })

  test('needs these words', async () => {
    const refused = await portal.send('POST', '/api/v1/orders', elsewhere(' '))
    expect(refused).toMatchObject({ status: 422, body: { fields: [{ path: '/place/detail' }] } })
  })
})
