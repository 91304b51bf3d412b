import { join } from 'node:path'
import { loadCities } from '../../cities/loadCities'
import { suggestCategories } from './suggestCategories'

const cities = loadCities(join(__dirname, '../../../cities'))
const groupsOf = (id: string) => cities.get(id)?.categoryGroups ?? []
const ids = (text: string, city = 'yantai') => suggestCategories(groupsOf(city), text).map((s) => s.category)

describe('plain words lead to the category', () => {
  test.each([
    ['从昨天晚上开始家里没水，什么时候来水', 'utilities/water-outage'],
    ['小区门口马路冒水，好像水管爆了', 'city/water-main'],
    ['整栋楼停电三个小时了', 'utilities/power-outage'],
    ['工地半夜还在打桩，吵得睡不着', 'noise/night-construction'],
    ['路面坑坑洼洼，电动车差点摔倒', 'city/roads'],
    ['老板拖欠工资三个月', 'labour/wages'],
    ['网购的手机商家不退款', 'market/consumer-rights'],
    ['物业公司乱收物业费还不修门禁', 'housing/property-management'],
    ['楼道里堆放杂物堵塞消防通道', 'safety/fire'],
    ['化工厂偷排污水，污染环境', 'environment/pollution'],
    ['孩子户口怎么迁户口到本市', 'police/household'],
    ['异地就医医保报销比例是多少', 'insurance/medical'],
    ['楼下饭店油烟扰民', 'environment/fumes'],
    ['井盖坏了，晚上很危险', 'city/manholes'],
    ['公积金提取要什么材料', 'housing/provident-fund'],
    ['被电信诈骗了三万块', 'police/fraud'],
  ])('%s', (text, category) => {
    expect(ids(text)[0]).toBe(category)
  })
})

test('a city without heating has no heating to suggest', () => {
  expect(ids('暖气不热，室温不达标')[0]).toBe('utilities/heating-outage')
  expect(ids('暖气不热，室温不达标', 'fuzhou')).not.toContain('utilities/heating-outage')
  expect(ids('地铁站电扶梯停运', 'fuzhou')[0]).toBe('transport/metro')
})

test('at most three, each with the words that speak for it, exactly as typed', () => {
  const text = '小区 停 水 又停电，物业不管，垃圾没人扫，电梯也坏了'
  const found = suggestCategories(groupsOf('yantai'), text)
  expect(found.length).toBeLessThanOrEqual(3)
  for (const suggestion of found) {
    expect(suggestion.words.length).toBeGreaterThan(0)
    for (const word of suggestion.words) expect(text).toContain(word)
  }
  expect(found.flatMap((s) => s.words)).toContain('停 水')
})

test('a place is not the matter', () => {
  expect(ids('医院门口停水了')[0]).toBe('utilities/water-outage')
  expect(ids('学校附近的路灯坏了')[0]).toBe('city/streetlights')
})

test('a longer word hides the shorter one inside it', () => {
  expect(ids('接到电信诈骗电话')).not.toContain('utilities/telecom')
})

test.each(['', '你好', '请问一下'])('words that point nowhere suggest nothing: %j', (text) => {
  expect(ids(text)).toEqual([])
})
