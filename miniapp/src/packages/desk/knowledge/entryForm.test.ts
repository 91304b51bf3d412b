import type { EntryContentInput } from '@jiesu/shared-types'
import { asContent, asForm, emptyForm, moved, NEW_SECTION, ofKind } from './entryForm'
import { type OlderForm, presentForm } from './olderForm'

const DISTRICTS = [{ id: '370602', name: '芝罘区' }]
const FILE = { id: 'f1', name: '申请表', mediaType: 'application/pdf', bytes: 1000, url: '/f1' } as const
const WHOLE: EntryContentInput = {
  title: '停水了怎么办',
  phrasings: ['断水', '没水'],
  shortAnswer: '请拨打 12345。',
  sections: [
    { kind: 'materials', heading: '所需材料', text: '身份证\n户口簿' },
    { heading: '说明', text: '不收费' },
  ],
  attachments: [{ id: 'f1', name: '申请表' }],
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
  audience: ['person', '船员'],
  related: ['power'],
  checkedOn: '2026-11-20',
}
const form = asForm({ content: WHOLE, files: [FILE], related: [{ id: 'power', name: '停电了怎么办' }] })

test('an entry stays the same on its way through the form', () => {
  expect(asContent(form)).toEqual(WHOLE)
})

test('rows that were begun and left empty are not sent', () => {
  const { sections, phones, links } = asContent({
    ...emptyForm('water-supply', '2026-11-23'),
    sections: [
      { ...NEW_SECTION, kind: 'steps' },
      { ...NEW_SECTION, text: ' 先关阀门。\n\n再打电话。 ' },
    ],
    phones: [{ name: '', number: ' ' }],
    links: [{ name: '官网', url: '' }],
  })
  expect(sections).toEqual([{ heading: '', text: '先关阀门。\n再打电话。' }])
  expect(phones).toEqual([])
  expect(links).toEqual([{ name: '官网', url: '' }])
})

test('a section that changes its kind is called by it, unless it has a heading of its own', () => {
  const steps = ofKind(NEW_SECTION, 'steps')
  expect(steps.heading).toBe('办理步骤')
  expect(ofKind(steps, 'fees').heading).toBe('收费')
  expect(ofKind({ ...steps, heading: '网上怎么办' }, 'fees').heading).toBe('网上怎么办')
  expect(ofKind({ ...NEW_SECTION, heading: '提醒' }, 'other').heading).toBe('提醒')
})

test.each([
  [2, 0, ['c', 'a', 'b']],
  [0, 1, ['b', 'a', 'c']],
  [1, 2, ['a', 'c', 'b']],
])('from %d to %d', (from, to, rows) => {
  expect(moved(['a', 'b', 'c'], from, to)).toEqual(rows)
})

test('a draft that an earlier editor kept is read whole', () => {
  const { attachments: _none, ...rest } = form
  const old: OlderForm = {
    ...rest,
    sections: '先说一句。\n【所需材料】\n身份证\n户口簿\n【费用】',
    phones: '12345 热线 12345\n95598',
    links: '市政府 官网 https://example.org/a',
    districts: '芝罘区\n不知道',
    audience: '个人',
    related: 'power',
  }
  expect(presentForm(old, DISTRICTS)).toEqual({
    ...form,
    sections: [
      { kind: 'other', heading: '其他', text: '先说一句。' },
      { kind: 'other', heading: '所需材料', text: '身份证\n户口簿' },
      { kind: 'other', heading: '费用', text: '' },
    ],
    attachments: [],
    phones: [
      { name: '12345 热线', number: '12345' },
      { name: '95598', number: '95598' },
    ],
    links: [{ name: '市政府 官网', url: 'https://example.org/a' }],
    districts: ['370602', '不知道'],
    audience: ['个人'],
    related: [{ id: 'power', name: 'power' }],
  })
  expect(presentForm(form, DISTRICTS)).toBe(form)
})
