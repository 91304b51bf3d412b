import fc from 'fast-check'
import { changesBetween, compareLines } from './changes'
import { ENTRY } from './testSupport'

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
    'attachments 申请表（PDF，f1）',
    'audience 老年人',
    'audience 船员',
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
