/** What leaves for a map service, and what becomes of its answers, whatever they are. */
import { makeMapService } from './mapService'
import { OutsideServiceDown } from './outsideService'
import { type Answer, json, standIn } from './testSupport'

const KEY = 'a-key-of-the-test'
const SPOT = { name: '示范花园小区', address: '示范路5号', city: '烟台市', district: '芝罘区' }
const LISTED = {
  title: SPOT.name,
  address: SPOT.address,
  city: SPOT.city,
  district: SPOT.district,
  location: { lat: 37.5, lng: 121.4 },
}

const service = standIn()
const heard = () => service.heard.map(({ url }) => new URL(url, service.url))

test('asks within the city, and takes names, addresses and districts; coordinates stay outside', async () => {
  service.answer = json({ status: 0, data: [LISTED] })
  expect(await makeMapService(service.url, KEY).find('示范花园', '烟台')).toEqual([SPOT])
  expect(heard().map(({ pathname, searchParams }) => [pathname, Object.fromEntries(searchParams)])).toEqual([
    [
      '/ws/place/v1/suggestion',
      {
        keyword: '示范花园',
        region: '烟台',
        region_fix: '1',
        policy: '1',
        page_index: '1',
        page_size: '5',
        key: KEY,
      },
    ],
  ])
})

test.each([
  ['示范花园3号楼2单元501，电话13800000031', '示范花园3号楼 电话'],
  ['示范路5号 301室', '示范路5号'],
  ['□ 示范  广场。', '示范 广场'],
  ['长'.repeat(40), '长'.repeat(32)],
])('of 「%s」 leaves 「%s」', async (text, keyword) => {
  service.answer = json({ status: 0, data: [] })
  expect(await makeMapService(service.url, KEY).find(text, '烟台')).toEqual([])
  expect(heard()[0]?.searchParams.get('keyword')).toBe(keyword)
})

test('a telephone number alone does not leave, nor does a single character', async () => {
  expect(await makeMapService(service.url, KEY).find('138 0000 0031', '烟台')).toEqual([])
  expect(await makeMapService(service.url, KEY).find('路', '烟台')).toEqual([])
  expect(service.heard).toEqual([])
})

test('at most five are taken, and what a service leaves out is empty', async () => {
  service.answer = json({ status: 0, data: Array(9).fill({ title: '示范桥', address: null }) })
  const found = await makeMapService(service.url, KEY).find('示范桥', '烟台')
  expect(found).toEqual(Array(5).fill({ name: '示范桥', address: '', city: '', district: '' }))
})

test.each<[string, Answer, RegExp]>([
  ['is down', json({}, 503), /^map service: status 503$/],
  ['sends elsewhere', (r) => r.writeHead(302, { location: '/elsewhere' }).end(), /status 302/],
  ['has had enough for today', json({ status: 121, message: '示范花园' }), /refused: 121$/],
  ['hangs up', (r) => r.destroy(), /ECONNRESET/],
  ['is silent', () => undefined, /ECONNABORTED|ERR_CANCELED/],
  ['answers no JSON', (r) => r.end('<h1>示范花园</h1>'), /unexpected answer/],
  ['answers without places', json({ status: 0, rows: [] }), /unexpected answer/],
  ['names a place by a number', json({ status: 0, data: [{ ...LISTED, title: 5 }] }), /unexpected answer/],
  ['talks without end', json({ status: 0, data: [], more: 'x'.repeat(300_000) }), /ERR_BAD_RESPONSE/],
])('a map service that %s is down', async (_, given, reason) => {
  service.answer = given
  const failure: unknown = await makeMapService(service.url, KEY)
    .find('示范花园', '烟台')
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(OutsideServiceDown)
  expect((failure as Error).message).toMatch(reason)
  expect((failure as Error).message).not.toMatch(/示范|a-key/)
})

test('without an address nothing is configured', () => {
  expect(makeMapService('', '').configured).toBe(false)
  expect(makeMapService(service.url, KEY).configured).toBe(true)
})
