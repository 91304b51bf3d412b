import { startPlacesMock, type RunningPlaces } from './testing'

const PATH = '/ws/place/v1/suggestion'

let places: RunningPlaces
beforeEach(async () => {
  places = await startPlacesMock()
})
afterEach(() => places.stop())

interface Answer {
  status: number
  count?: number
  data?: { title: string; city: string }[]
}

const ask = async (changes: Record<string, string> = {}): Promise<Answer> => {
  const query = { keyword: '示范花园', region: '烟台', region_fix: '1', key: 'demo-places-key', ...changes }
  const answer = await fetch(`${places.url}${PATH}?${new URLSearchParams(query).toString()}`)
  return (await answer.json()) as Answer
}
const send = (method: string, path: string, body?: unknown) =>
  fetch(`${places.url}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })

test('a keyword finds places of the city alone, with address, district and coordinates', async () => {
  expect(await ask()).toEqual({
    status: 0,
    message: 'Success',
    count: 1,
    data: [
      {
        title: '示范花园小区',
        address: '山东省烟台市芝罘区毓璜顶街道示范路5号',
        city: '烟台市',
        district: '芝罘区',
        location: { lat: 37.53, lng: 121.38 },
      },
    ],
  })
  expect((await ask({ keyword: '在示范广场 旁边' })).data?.map(({ city }) => city)).toEqual(['烟台市'])
  expect((await ask({ keyword: '示范', page_size: '1' })).data).toHaveLength(1)
  expect(await ask({ keyword: '没有的地方' })).toMatchObject({ status: 0, count: 0, data: [] })
  expect(places.asked()[0]).toEqual({ keyword: '示范花园', region: '烟台' })
})

test.each([
  [{ key: 'another' }, 190],
  [{ keyword: '' }, 300],
  [{ keyword: '长'.repeat(33) }, 310],
  [{ region_fix: '0' }, 310],
  [{ page_size: '21' }, 310],
])('%j is refused with %i, and HTTP 200 as the real one has it', async (changes, status) => {
  expect(await ask(changes)).toMatchObject({ status })
})

test('spots are added and forgotten; what is none is refused', async () => {
  const spot = { title: '示范桥', address: '示范路', city: '烟台市', district: '福山区' }
  expect((await send('POST', '/_mock/spots', spot)).status).toBe(400)
  const location = { lat: 37.5, lng: 121.2 }
  expect((await send('POST', '/_mock/spots', { ...spot, location })).status).toBe(201)
  expect((await ask({ keyword: '示范桥' })).count).toBe(1)
  expect((await send('DELETE', '/_mock/spots')).status).toBe(204)
  expect(await (await send('GET', '/_mock/spots')).json()).toEqual([])
})

test('answers wrongly when told to, and fails as the other stand-ins do', async () => {
  expect((await send('PUT', '/_mock/answer', { rows: 5 })).status).toBe(204)
  expect(await ask()).toEqual({ rows: 5 })
  expect((await send('DELETE', '/_mock/answer')).status).toBe(204)
  places.setFaults({ errcode: 121, times: 1 })
  expect(await ask()).toMatchObject({ status: 121 })
  places.setFaults({ status: 500, times: 1 })
  expect((await send('GET', PATH)).status).toBe(500)
  expect(await ask()).toMatchObject({ status: 0 })
  expect(places.calls(PATH)).toBe(4)
  expect(await (await send('GET', '/_mock/asked')).json()).toHaveLength(2)
})
