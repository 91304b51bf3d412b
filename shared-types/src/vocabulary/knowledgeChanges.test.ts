import fc from 'fast-check'
import { changesBetween, compareLines, type ComparedEntry } from './knowledgeChanges'

const ENTRY: ComparedEntry = {
  title: '停水了怎么办',
  phrasings: ['没水', '断水'],
  shortAnswer: '先看通知。',
  sections: [{ heading: '办理步骤', text: '关阀门。\n打电话。' }],
  phones: [{ name: '12345 热线', number: '12345' }],
  links: [],
  source: { document: '供水办法', item: '第二条' },
  unit: 'water',
  topic: 'utilities',
  districts: [],
  audience: [],
  related: [],
  checkedOn: '2026-11-20',
}

test('marks what is gone and what is new, field by field', () => {
  const after = {
    ...ENTRY,
    shortAnswer: '请拨打 12345。',
    sections: [{ heading: '办理步骤', text: '先关阀门。\n打电话。' }],
  }
  expect(changesBetween(ENTRY, after)).toEqual([
    {
      field: 'shortAnswer',
      lines: [
        { mark: 'gone', text: ENTRY.shortAnswer },
        { mark: 'new', text: '请拨打 12345。' },
      ],
    },
    {
      field: 'sections',
      lines: [
        { mark: 'same', text: '【办理步骤】' },
        { mark: 'gone', text: '关阀门。' },
        { mark: 'new', text: '先关阀门。' },
        { mark: 'same', text: '打电话。' },
      ],
    },
  ])
})

test('what kind a section is, whom an entry is for and which files belong to it, in words', () => {
  const [section] = ENTRY.sections
  const file = {
    id: 'f1',
    name: '申请表',
    mediaType: 'application/pdf',
    bytes: 1000,
  } as const
  const after = {
    ...ENTRY,
    sections: [{ ...section!, kind: 'steps' as const }],
    attachments: [file],
    audience: ['elderly', '船员'],
  }
  const fresh = changesBetween(ENTRY, after).flatMap(({ field, lines }) =>
    lines.flatMap(({ mark, text }) => (mark === 'new' ? `${field} ${text}` : [])),
  )
  expect(fresh).toEqual([
    'sections 【办理步骤】（办理步骤）',
    'attachments 申请表（PDF）',
    'audience 老年人',
    'audience 船员',
  ])
})

test('what the city has names for is said by name, and told apart by what it is', () => {
  const names = {
    unit: (id: string) => ({ roads: '市政公用中心', parks: '市政公用中心' })[id],
    topic: (id: string) => ({ about: '关于热线' })[id],
    district: () => undefined,
    entry: (id: string) => ({ e1: '停电了怎么办' })[id],
  }
  const after = {
    ...ENTRY,
    unit: 'roads',
    sharedWith: 'parks',
    topic: 'about',
    districts: ['d1'],
    related: ['e1'],
  }
  const said = changesBetween({ ...ENTRY, sharedWith: 'roads' }, after, names).map(
    ({ field, lines }) => `${field} ${lines.map(({ mark, text }) => `${mark} ${text}`).join(' ')}`,
  )
  expect(said).toEqual([
    'unit gone water new 市政公用中心',
    'sharedWith gone 市政公用中心 new 市政公用中心',
    'topic gone utilities new 关于热线',
    'districts new d1',
    'related new 停电了怎么办',
  ])
})

test('another file of the same name is another file', () => {
  const file = { name: '申请表', mediaType: 'application/pdf' } as const
  const changed = changesBetween(
    { ...ENTRY, attachments: [{ ...file, id: 'f1' }] },
    { ...ENTRY, attachments: [{ ...file, id: 'f2' }] },
  )
  expect(changed).toEqual([
    {
      field: 'attachments',
      lines: [
        { mark: 'gone', text: '申请表（PDF）' },
        { mark: 'new', text: '申请表（PDF）' },
      ],
    },
  ])
})

test('of the same text there is nothing to show, of a first version everything', () => {
  expect(changesBetween(ENTRY, { ...ENTRY })).toEqual([])
  expect(
    changesBetween(undefined, ENTRY).flatMap(({ lines }) => lines.map(({ mark }) => mark)),
  ).not.toContain('gone')
})

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
test('both texts can be read from the comparison', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const compared = compareLines(before, after)
      const without = (mark: string) => compared.flatMap((line) => (line.mark === mark ? [] : line.text))
      expect(without('new')).toEqual(before)
      expect(without('gone')).toEqual(after)
    }),
  )
})
