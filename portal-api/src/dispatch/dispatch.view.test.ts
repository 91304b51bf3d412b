import { join } from 'node:path'
import { DispatchOption } from '@jiesu/shared-types'
import * as z from 'zod/mini'
import { loadCity } from '../cities/loadCities'
import { dispatchOptionViews, transferLines } from './dispatch.view'
import type { Matter } from './rules/chooseUnit'

const yantai = loadCity(join(__dirname, '../../cities/yantai'))
const now = new Date('2026-11-23T09:00:00+08:00')

const matter = (category: string, district: string, facts: Matter['facts'] = []): Matter => ({
  category,
  district,
  requester: 'citizen',
  kind: 'complaint',
  facts,
})

test('a shared matter shows each unit by name, with the row and the reason', () => {
  const options = dispatchOptionViews(yantai, matter('city/roads', '370602'), now)
  expect(z.array(DispatchOption).parse(options)).toEqual(options)
  expect(options).toEqual([
    {
      standing: 'decides',
      unit: { id: 'urban-management', name: '市城管局' },
      coUnits: [],
      row: '派单目录 city-roads-a（第 1 版）',
      reason: '市管主次干道由市城管局（市政设施）养护',
    },
    {
      standing: 'decides',
      unit: { id: 'district-370602', name: '芝罘区人民政府' },
      coUnits: [],
      row: '派单目录 city-roads-b（第 1 版）',
      reason: '支路、背街小巷和区管道路由区市养护',
    },
  ])
})

test('co-handling units have names too', () => {
  expect(dispatchOptionViews(yantai, matter('safety/fire', '370686'), now)[0]?.coUnits).toEqual([
    { id: 'district-370686', name: '栖霞市人民政府' },
  ])
})

test('a category that the city does not have leads nowhere', () => {
  expect(dispatchOptionViews(yantai, matter('transport/metro', '370602'), now)).toEqual([])
})

test('who comes next stands behind the rows that decide', () => {
  const options = dispatchOptionViews(yantai, matter('city/roads', '370602', ['road-highway']), now)
  expect(options.map(({ standing, unit }) => [standing, unit.id])).toEqual([
    ['decides', 'transport'],
    ['next', 'urban-management'],
    ['next', 'district-370602'],
  ])
})

test('a line with seats of its own is named with the way to it', () => {
  const [first] = dispatchOptionViews(yantai, matter('housing/provident-fund', '370602'), now)
  expect(first?.line).toEqual({ number: '12329', words: '12329 全国统一住房公积金热线服务热线（双号并行）' })
})

test('the lines that take orders: expert seats, dual numbers, emergency and utility lines; never those answered by 12345', () => {
  const lines = transferLines(yantai).map(({ words, unit }) => `${words} ${unit.id}`)
  expect(lines).toContain('12348 全国公共法律服务专用电话（专家座席） justice')
  expect(lines).toContain('110 报警电话（联动） public-security')
  expect(lines.some((line) => line.startsWith('12328'))).toBe(false)
})
