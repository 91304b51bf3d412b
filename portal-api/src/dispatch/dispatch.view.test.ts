import { join } from 'node:path'
import { DispatchOption } from '@jiesu/shared-types'
import * as z from 'zod/mini'
import { loadCity } from '../cities/loadCities'
import { dispatchOptionViews } from './dispatch.view'

const yantai = loadCity(join(__dirname, '../../cities/yantai'))
const now = new Date('2026-11-23T09:00:00+08:00')

test('a shared matter shows each unit by name, with the row and the reason', () => {
  const options = dispatchOptionViews(yantai, 'city/roads', '370602', now)
  expect(z.array(DispatchOption).parse(options)).toEqual(options)
  expect(options).toEqual([
    {
      unit: { id: 'urban-management', name: '市城管局' },
      coUnits: [],
      row: '派单目录 city-roads-a（第 1 版）',
      reason: '市管主次干道由市城管局（市政设施）养护',
    },
    {
      unit: { id: 'district-370602', name: '芝罘区人民政府' },
      coUnits: [],
      row: '派单目录 city-roads-b（第 1 版）',
      reason: '支路、背街小巷和区管道路由区市养护',
    },
  ])
})

test('co-handling units have names too', () => {
  expect(dispatchOptionViews(yantai, 'safety/fire', '370686', now)[0]?.coUnits).toEqual([
    { id: 'district-370686', name: '栖霞市人民政府' },
  ])
})

test('a category that the city does not have leads nowhere', () => {
  expect(dispatchOptionViews(yantai, 'transport/metro', '370602', now)).toEqual([])
})
