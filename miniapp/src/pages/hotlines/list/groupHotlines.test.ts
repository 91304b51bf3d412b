import type { Hotline } from '@jiesu/shared-types'
import { firstLines, groupHotlines, matchHotlines } from './groupHotlines'

const line = (number: string, patch: Partial<Hotline> = {}): Hotline => ({
  number,
  name: `${number} 热线`,
  group: 'government',
  unitName: '市示例局',
  merge: 'absorbed',
  state: 'cancelled',
  plan: '整体并入',
  advice: '请直接拨打 12345。',
  dial: '12345',
  ...patch,
})

const ALL = [
  line('12345', { merge: 'own', state: 'in-service' }),
  line('110', { group: 'emergency', merge: 'own' }),
  line('12333', { name: '人力资源和社会保障服务电话', advice: '社保的问题，请拨打 12345。' }),
  line('12315', { merge: 'dual' }),
  line('12366', { merge: 'branch' }),
  line('12368', { merge: 'own' }),
  line('95598', { group: 'utility', merge: 'own' }),
]

test('12345 stands alone and first, merged lines last, empty groups nowhere', () => {
  expect(groupHotlines(ALL).map(({ id, hotlines }) => [id, hotlines.map((one) => one.number)])).toEqual([
    ['main', ['12345']],
    ['emergency', ['110']],
    ['utility', ['95598']],
    ['dual', ['12315']],
    ['branch', ['12366']],
    ['own', ['12368']],
    ['absorbed', ['12333']],
  ])
  expect(groupHotlines([line('12315', { merge: 'dual' })]).map(({ id }) => id)).toEqual(['dual'])
})

test.each([
  ['12333', ['12333']],
  ['1236', ['12366', '12368']],
  ['社保', ['12333']],
  ['人力资源', ['12333']],
  ['　１２３１５ ', ['12315']],
  ['345', []],
  ['12345', ['12345']],
  ['', ALL.map((one) => one.number)],
])('“%s” finds %j', (typed, numbers) => {
  expect(matchHotlines(ALL, typed).map((one) => one.number)).toEqual(numbers)
})

test('the first lines come in their sections, and all of them when there is room', () => {
  const sections = groupHotlines(ALL)
  expect(firstLines(sections, 4).flatMap(({ hotlines }) => hotlines.map((one) => one.number))).toEqual(
    sections.flatMap(({ hotlines }) => hotlines.map((one) => one.number)).slice(0, 4),
  )
  expect(firstLines(sections, ALL.length)).toEqual(sections)
  expect(firstLines(sections, 0)).toEqual([])
})
