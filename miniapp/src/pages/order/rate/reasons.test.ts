import type { RatingDraft } from './afterwards'
import { reasonsFor, reasonText } from './reasons'

const draft = (patch: Partial<RatingDraft>): RatingDraft => ({
  commandId: 'c',
  solved: '',
  satisfaction: '',
  ticked: [],
  reason: '',
  asksRedo: '',
  ...patch,
})

test.each<[string, Partial<RatingDraft>, string]>([
  ['nothing answered yet', {}, 'none'],
  ['solved', { solved: 'solved' }, 'good'],
  ['solved and satisfied', { solved: 'solved', satisfaction: 'very-satisfied' }, 'good'],
  ['solved, only just satisfied', { solved: 'solved', satisfaction: 'fair' }, 'bad'],
  ['solved but dissatisfied', { solved: 'solved', satisfaction: 'dissatisfied' }, 'bad'],
  ['partly', { solved: 'partly', satisfaction: 'satisfied' }, 'bad'],
  ['unsolved', { solved: 'unsolved' }, 'bad'],
])('%s: the reasons offered are %3$s', (_, patch, kind) => {
  expect(reasonsFor(draft(patch)).kind).toBe(kind)
})

test('ticks and words become one text, in the order of the list', () => {
  const unsolved = draft({ solved: 'unsolved', ticked: ['slow', 'not-fixed'], reason: ' 还在漏水。 ' })
  expect(reasonText(unsolved)).toBe('问题没有解决，办得太慢。还在漏水。')
  expect(reasonText({ ...unsolved, ticked: [] })).toBe('还在漏水。')
  expect(reasonText({ ...unsolved, reason: '' })).toBe('问题没有解决，办得太慢')
})

test('what was ticked before the answers changed is not sent', () => {
  expect(reasonText(draft({ solved: 'solved', satisfaction: 'satisfied', ticked: ['slow', 'quick'] }))).toBe(
    '办得快',
  )
})

test('everything ticked leaves room for four hundred characters of the five hundred', () => {
  for (const solved of ['solved', 'unsolved'] as const) {
    const all = draft({ solved, reason: '字'.repeat(400) })
    const ticked = reasonsFor(all).reasons.map(({ id }) => id)
    expect(reasonText({ ...all, ticked }).length).toBeLessThanOrEqual(500)
  }
})
