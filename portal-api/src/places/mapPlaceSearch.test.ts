/** When a map service is asked, what becomes of its answers, and that nobody notices when it fails. */
import { join } from 'node:path'
import { loadCities } from '../cities/loadCities'
import { OutsideServiceDown } from '../platform/outside/outsideService'
import type { MapService, Spot } from '../platform/outside/mapService'
import { Refused } from '../platform/problems'
import { makeMapPlaceSearch } from './mapPlaceSearch'
import { makeOwnPlaceSearch } from './placeSearch'

const yantai = loadCities(join(__dirname, '../../cities')).get('yantai')!
const AT = Date.parse('2026-11-23T09:00:00+08:00')

const spot = (address: string, changes: Partial<Spot> = {}): Spot => ({
  name: '示范花园',
  address,
  city: '烟台市',
  district: '',
  ...changes,
})

const set = (find: MapService['find'], count = (): Promise<void> => Promise.resolve()) => {
  const asked: string[] = []
  const lines: unknown[] = []
  const search = makeMapPlaceSearch({
    own: makeOwnPlaceSearch(),
    map: {
      configured: true,
      find: (words, city) => {
        asked.push(`${city} ${words}`)
        return find(words, city)
      },
    },
    throttle: { count },
    log: { warn: (...said: unknown[]) => void lines.push(said) },
  })
  const look = (text: string, at = AT) => search.find(yantai, text, { address: 'one', now: new Date(at) })
  const ids = async (text: string, at?: number) =>
    (await look(text, at)).places.map(({ district, street, landmark, sure }) =>
      [street ?? district, landmark, sure ? '!' : undefined].filter(Boolean).join(' '),
    )
  return { asked, lines, look, ids }
}
const finds = (...spots: Spot[]) => set(() => Promise.resolve(spots))

test.each<[string, Spot[], string[]]>([
  ['by its address', [spot('山东省烟台市芝罘区毓璜顶街道示范路5号')], ['370602003 示范花园']],
  ['by its district', [spot('示范路5号', { district: '莱阳市' })], ['370682 示范花园']],
  [
    'in a zone that the map counts to a district',
    [spot('烟台经济技术开发区长江路', { district: '福山区' })],
    ['yantai-development-zone 示范花园'],
  ],
  ['once, by the likeliest', [spot('莱阳市'), spot('莱阳市', { name: '示范桥' })], ['370682 示范花园']],
])('a place on the map is proposed %s, never taken for sure', async (_, spots, proposed) => {
  const zone = yantai.districts.find(({ name }) => name.includes('经济技术开发区'))?.id ?? ''
  expect(await finds(...spots).ids('示范花园')).toEqual(
    proposed.map((one) => one.replace('yantai-development-zone', zone)),
  )
})

test.each<[string, Spot]>([
  ['in another city', spot('市南区香港中路', { city: '青岛市', district: '市南区' })],
  ['in a city of a like name', spot('芝罘区', { city: '新烟台市' })],
  ['in no city that is told', spot('芝罘区', { city: '' })],
  ['in no district that is known', spot('示范路5号', { district: '示范区' })],
])('a place %s is left out', async (_, one) => {
  expect(await finds(one).ids('示范花园')).toEqual([])
})

test('what the own list settles, and what is elsewhere, does not leave', async () => {
  const { asked, look } = finds()
  await look('芝罘区毓璜顶街道北马路')
  await look('青岛市市南区香港中路')
  await look(' ')
  expect(asked).toEqual([])
  await look('芝罘区示范花园')
  expect(asked).toEqual(['烟台 芝罘区示范花园'])
})

test('a district that is certain stays first and bounds what is added; guesses go last', async () => {
  const spots = [spot('莱阳市'), spot('芝罘区向阳街道')]
  expect(await finds(...spots).ids('芝罘区示范花园')).toEqual(['370602 !', '370602001 示范花园'])
  expect(await finds(spot('莱阳市')).ids('毓璜顶医院门口')).toEqual(['370682 示范花园', '370602003'])
})

test('a failure is answered by the own list, logged without the words, and the service rests a while', async () => {
  const failing = set(() => Promise.reject(new OutsideServiceDown('map service', 'status 500')))
  expect(await failing.ids('芝罘区示范花园')).toEqual(['370602 !'])
  expect(failing.lines).toEqual([
    [{ reason: 'map service: status 500', city: 'yantai' }, 'places are found without the map service'],
  ])
  await failing.look('示范花园', AT + 14_999)
  expect(failing.asked).toHaveLength(1)
  await failing.look('示范花园', AT + 15_000)
  expect(failing.asked).toHaveLength(2)
})

test('an address that asked too often gets the own list; the service does not rest for it', async () => {
  let refusals = 1
  const busy = set(
    () => Promise.resolve([spot('莱阳市')]),
    () =>
      refusals-- > 0
        ? Promise.reject(new Refused('too-many-attempts', { retryAfter: 9 }))
        : Promise.resolve(),
  )
  expect(await busy.ids('示范花园')).toEqual([])
  expect(busy.asked).toEqual([])
  expect(await busy.ids('示范花园')).toEqual(['370682 示范花园'])
  expect(busy.lines).toEqual([])
})
