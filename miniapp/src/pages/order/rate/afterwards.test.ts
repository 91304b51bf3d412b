import { rateWords as words } from '../../../words/rate'
import { afterwards, offersRedo, type RatingDraft } from './afterwards'

const draft = (patch: Partial<RatingDraft>): RatingDraft => ({
  commandId: 'c',
  solved: '',
  satisfaction: '',
  ticked: [],
  reason: '',
  asksRedo: '',
  ...patch,
})

const FIRST = { round: 1, maxRounds: 3, nature: 'ordinary' as const }

test.each<[string, Partial<RatingDraft>, boolean, string]>([
  ['nothing answered yet', {}, false, words.afterNothing],
  ['one answer is missing', { solved: 'unsolved' }, true, words.afterNothing],
  ['solved and satisfied', { solved: 'solved', satisfaction: 'satisfied' }, false, words.afterConclude],
  [
    'unsolved, no redo wanted',
    { solved: 'unsolved', satisfaction: 'fair', asksRedo: false },
    true,
    words.afterReview,
  ],
  [
    'unsolved, redo wanted',
    { solved: 'unsolved', satisfaction: 'fair', asksRedo: true },
    true,
    words.afterRedo,
  ],
  [
    'solved but dissatisfied',
    { solved: 'solved', satisfaction: 'dissatisfied', asksRedo: true },
    true,
    words.afterReview,
  ],
  ['dissatisfied alone', { solved: 'solved', satisfaction: 'very-dissatisfied' }, true, words.afterConclude],
  ['partly solved', { solved: 'partly', satisfaction: 'satisfied' }, true, words.afterConclude],
  [
    'a redo chosen before all was well counts no more',
    { solved: 'solved', satisfaction: 'satisfied', asksRedo: true },
    false,
    words.afterConclude,
  ],
])('%s', (_, patch, offered, after) => {
  expect(offersRedo(draft(patch))).toBe(offered)
  expect(afterwards(draft(patch), FIRST)).toBe(after)
})

test('after the last round a person decides', () => {
  const unsolved = draft({ solved: 'unsolved', satisfaction: 'fair', asksRedo: true })
  expect(afterwards(unsolved, { ...FIRST, round: 3 })).toBe(words.afterReview)
})

test('where the law decides, nothing is redone by a rating', () => {
  const unsolved = draft({ solved: 'unsolved', satisfaction: 'fair', asksRedo: true })
  expect(afterwards(unsolved, { ...FIRST, nature: 'mediation' })).toContain('不直接重办')
  expect(afterwards({ ...unsolved, asksRedo: false }, { ...FIRST, nature: 'mediation' })).toBe(
    words.afterReview,
  )
})
