import type { EntryContentInput } from '@jiesu/shared-types'
import { asContent, asForm, emptyContent, sectionsOf } from './entryForm'

const DISTRICTS = [{ id: '370602', name: '芝罘区' }]
const WHOLE: EntryContentInput = {
  title: '停水了怎么办',
  phrasings: ['断水', '没水'],
  shortAnswer: '请拨打 12345。',
  sections: [
    { heading: '所需材料', text: '身份证\n户口簿' },
    { heading: '费用', text: '不收费' },
  ],
  phones: [{ name: '12345 热线', number: '12345' }],
  links: [{ name: '市政府 官网', url: 'https://example.org/a' }],
  source: { document: '某文件', item: '第二条', quote: '原文。', url: 'https://example.org/' },
  validFrom: '2026-01-01',
  validUntil: '2030-12-31',
  unit: 'water-supply',
  unitName: '供水企业',
  sharedWith: 'ecology',
  topic: 'utilities',
  districts: ['370602'],
  audience: ['个人'],
  related: ['power'],
  checkedOn: '2026-11-20',
}

test('an entry stays the same on its way through the form', () => {
  expect(asContent(asForm(WHOLE, DISTRICTS), DISTRICTS)).toEqual(WHOLE)
  const empty = emptyContent('water-supply', 'utilities', '2026-11-23')
  expect(asContent(asForm(empty, DISTRICTS), DISTRICTS)).toEqual(empty)
})

test('a text without headings is one section, and a heading alone one without text', () => {
  expect(sectionsOf('先关阀门。\n\n再打电话。')).toEqual([
    { heading: '解答', text: '先关阀门。\n再打电话。' },
  ])
  expect(sectionsOf('【费用】')).toEqual([{ heading: '费用', text: '' }])
})

test('a district that is not known stays as it was written, to be found wrong', () => {
  const form = { ...asForm(WHOLE, DISTRICTS), districts: '芝罘区\n不知道' }
  expect(asContent(form, DISTRICTS).districts).toEqual(['370602', '不知道'])
})
