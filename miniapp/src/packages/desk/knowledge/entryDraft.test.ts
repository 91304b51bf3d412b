import type { EntryContentInput, KnowledgeChoices, KnowledgeDeskEntry } from '@jiesu/shared-types'
import { formChanges, writtenMeanwhile } from './entryDraft'
import { asForm, emptyForm } from './entryForm'

const CHOICES: KnowledgeChoices = {
  units: [{ id: 'ecology', name: '生态环境局' }],
  topics: [],
  districts: [],
}
const content = (change: Partial<EntryContentInput> = {}): EntryContentInput => ({
  title: '停水了怎么办',
  phrasings: [],
  shortAnswer: '请拨打 12345。',
  sections: [{ heading: '步骤', text: '打电话。' }],
  phones: [],
  links: [],
  source: { document: '某文件', item: '第二条' },
  unit: 'water-supply',
  topic: 'utilities',
  districts: [],
  audience: [],
  related: [],
  checkedOn: '2026-11-20',
  ...change,
})
type Read = Pick<KnowledgeDeskEntry, 'version' | 'content' | 'files' | 'related'>
const entry = (version: number, change: Partial<EntryContentInput> = {}): Read => ({
  version,
  content: content(change),
  files: [],
  related: [],
})
const begun = asForm(entry(1))
const mine = { ...begun, title: '停水了找谁' }
const fields = (base: typeof begun | null, form: typeof begun, now: Read) =>
  writtenMeanwhile({ version: 1, base, form }, now, CHOICES).map(({ field, lines }) => [
    field,
    ...lines.map(({ mark, text }) => `${mark} ${text}`),
  ])

test('what another one wrote is shown against what this person has in the same place', () => {
  expect(fields(begun, mine, entry(2, { shortAnswer: '先看通知。' }))).toEqual([
    ['shortAnswer', 'gone 先看通知。', 'new 请拨打 12345。'],
  ])
  expect(fields(begun, mine, entry(2, { title: '停水怎么报修' }))).toEqual([
    ['title', 'gone 停水怎么报修', 'new 停水了找谁'],
  ])
})

test('where nobody else wrote, or both wrote the same, nothing is in the way', () => {
  expect(fields(begun, mine, entry(1, { title: '随便' }))).toEqual([])
  // A task was opened, say.
  expect(fields(begun, mine, entry(2))).toEqual([])
  expect(fields(begun, mine, entry(2, { title: '停水了找谁' }))).toEqual([])
})

test('a draft that was kept without what it was begun on is compared as a whole', () => {
  expect(fields(null, mine, entry(2)).map(([field]) => field)).toEqual(['title'])
})

test('names are said, not ids', () => {
  const shared = { ...begun, sharedWith: 'ecology' }
  expect(formChanges(begun, shared, CHOICES)).toEqual([
    { field: 'sharedWith', lines: [{ mark: 'new', text: '生态环境局' }] },
  ])
})

test('an entry that was only begun differs from nothing', () => {
  const empty = emptyForm('water-supply', '2026-11-23')
  expect(empty.topic).toBe('')
  expect(formChanges(empty, { ...empty, phrasings: '\n' }, CHOICES)).toEqual([])
})
