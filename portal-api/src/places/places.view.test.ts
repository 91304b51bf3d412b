import { join } from 'node:path'
import { loadCities } from '../cities/loadCities'
import { makeOwnPlaceSearch } from './placeSearch'
import { makePlaceViews } from './places.view'

const cities = loadCities(join(__dirname, '../../cities'))
const yantai = cities.get('yantai')!
const fuzhou = cities.get('fuzhou')!
const views = makePlaceViews(makeOwnPlaceSearch())

const search = (city: typeof yantai, text: string) =>
  views.search(city, text, { address: 'one', now: new Date('2026-11-23T09:00:00+08:00') })

/** What is proposed for a text in words, the likeliest first; `!` for what may be filled in without asking. */
const found = async (city: typeof yantai, text: string) =>
  (await search(city, text)).places.map(({ name, sure }) => `${name}${sure ? '!' : ''}`)

describe('an address in one’s own words', () => {
  test.each([
    ['芝罘区毓璜顶街道北马路 5 号', ['芝罘区 毓璜顶街道!']],
    ['山东省烟台市芝罘区向阳街道', ['芝罘区 向阳街道!']],
    ['毓璜顶附近', ['芝罘区 毓璜顶街道']],
    ['毓璜顶医院门口', ['芝罘区 毓璜顶街道']],
    ['芝罘区世回尧', ['芝罘区 世回尧街道!']],
    ['芝罘区文化路', ['芝罘区!']],
    ['开发区长江路', ['烟台经济技术开发区!']],
    ['高新区科技大道', ['烟台高新技术产业开发区!']],
    ['牟平文化路 12 号', ['牟平区!']],
    ['莱山附近', ['莱山区!', '莱山区 莱山街道']],
    ['莱山街道', ['莱山区 莱山街道!']],
    ['芝罘岛', ['芝罘区 芝罘岛街道']],
    ['ＺＨＩＦＵＱＵ', ['芝罘区!']],
    ['🙂芝罘区', ['芝罘区!']],
  ])('%s', async (text, names) => {
    expect(await found(yantai, text)).toEqual(names)
  })

  test.each([
    ['玉皇顶街道', ['芝罘区 毓璜顶街道!']],
    ['玉皇顶那边', ['芝罘区 毓璜顶街道']],
    ['之罘区', ['芝罘区!']],
    ['yuhuangding', ['芝罘区 毓璜顶街道']],
    ['yhd', ['芝罘区 毓璜顶街道']],
  ])('%s, as it sounds', async (text, names) => {
    expect(await found(yantai, text)).toEqual(names)
  })

  test.each([
    '文化路 12 号',
    '福山路',
    '海阳路',
    '小区门口',
    '人民医院',
    '东回里',
    '青岛路 5 号',
    '',
    '。',
    'zf',
  ])('%s names no place by itself', async (text) => {
    expect(await search(yantai, text)).toEqual({ places: [] })
  })

  test('places that share a name with a city elsewhere are here', async () => {
    expect(await found(fuzhou, '上海街道')).toEqual(['台江区 上海街道!'])
    expect(await found(fuzhou, '湖南镇鹤上村')).toEqual(['长乐区 湖南镇!'])
    expect(await search(fuzhou, '上海西路')).toEqual({ places: [] })
  })

  test.each([...cities.values()])(
    'every street of $id is found by its district and name, and near its short name',
    async (city) => {
      for (const district of city.districts)
        for (const street of district.streets) {
          const short = street.name.replace(/(街道|镇|乡)$/, '')
          const whole = `${district.name} ${street.name}`
          expect(await found(city, `${district.name}${street.name} 3 号`)).toEqual([`${whole}!`])
          expect((await found(city, `${short}附近`)).map((name) => name.replace('!', ''))).toContain(whole)
        }
    },
  )
})

describe('another city', () => {
  test.each([
    ['青岛市市南区香港中路', '青岛', '0532-12345'],
    ['在威海', '威海', '0631-12345'],
    ['北京朝阳区', '北京', '010-12345'],
    ['福建省福州市鼓楼区', '福州', '0591-12345'],
  ])('%s', async (text, city, dial) => {
    expect(await search(yantai, text)).toEqual({ places: [], elsewhere: { city, dial } })
  })

  test.each(['烟台市青岛路', '北京市场旁边', '青岛啤酒城', '烟台市区'])('%s is not', async (text) => {
    expect((await search(yantai, text)).elsewhere).toBeUndefined()
  })

  test('the own city is none', async () => {
    expect(await search(fuzhou, '福州市鼓楼区')).toEqual({
      places: [{ district: '350102', name: '鼓楼区', matched: '鼓楼区', sure: true }],
    })
  })
})

describe('a position', () => {
  const guessed = (latitude: number, longitude: number) =>
    views.guess(yantai, { latitude, longitude }).places.map(({ name, sure }) => `${name}${sure ? '!' : ''}`)

  test('the nearest district is proposed, never taken for sure, with those about as near', () => {
    expect(guessed(36.98, 120.71)).toEqual(['莱阳市'])
    const [first, ...others] = guessed(37.5, 121.42)
    expect(first).toBe('莱山区')
    expect(others).toContain('芝罘区')
  })

  test('far from every district there is nothing to propose', () => {
    expect(guessed(36.07, 120.38)).toEqual([])
    expect(guessed(-37.5, 121.4)).toEqual([])
  })
})
