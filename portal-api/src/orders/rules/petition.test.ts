import type { PetitionStage } from '@jiesu/shared-types/vocabulary'
import { asksForOpinion, leastSimilarity, type PetitionRecord, stopsAcceptance, worthALook } from './petition'
import { at, city } from './testSupport'

const check = { ...city('yantai').profile.petitionCheck!, similarity: 0.4, othersSimilarity: 0.7 }
const match = (similarity: number, sameIdentity: boolean, stage: PetitionStage = 'handling') => ({
  number: `SF-${similarity}`,
  registeredOn: '2026-02-03',
  stage,
  similarity,
  sameIdentity,
  excerpt: '排水沟堵了',
})

test.each([
  ['the same person, similar', match(0.4, true), true, true],
  ['the same person, another matter', match(0.39, true), false, false],
  ['somebody else, similar', match(0.69, false), false, false],
  ['somebody else, very similar', match(0.7, false), true, false],
  ['the same person, already answered there', match(0.9, true, 'answered'), true, true],
  ['the same person, closed there', match(0.9, true, 'closed'), true, true],
  ['the same person, turned away there', match(0.9, true, 'not-accepted'), true, false],
  ['the same person, taken back', match(0.9, true, 'withdrawn'), true, false],
])('%s', (_, found, shown, stops) => {
  const hits = worthALook([found], check)
  expect(hits).toEqual(shown ? [{ ...found, stops }] : [])
  expect(stopsAcceptance({ hits })).toBe(stops)
})

test('no more is asked for than may be shown', () => {
  expect(leastSimilarity(check)).toBe(0.4)
})

test('an order that was not compared is not stopped', () => expect(stopsAcceptance(undefined)).toBe(false))

test('an opinion is asked for once, for what came after the acceptance, while the order is open', () => {
  const record: PetitionRecord = {
    at: at('2026-11-23T10:00'),
    late: true,
    hits: worthALook([match(0.9, true)], check),
  }
  const handling = { state: { status: 'handling' as const, receivedAt: at('2026-11-23T09:00') } }
  const over = {
    state: { status: 'concluded' as const, at: at('2026-11-23T09:00'), how: 'rated' as const },
  }
  const opinion = { at: at('2026-11-23T11:00'), by: 'o1', text: '不是同一件事', command: 'c' }
  expect(asksForOpinion(record, handling)).toBe(true)
  expect(asksForOpinion(record, over)).toBe(false)
  expect(asksForOpinion({ ...record, late: false }, handling)).toBe(false)
  expect(asksForOpinion({ ...record, opinion }, handling)).toBe(false)
  expect(asksForOpinion({ ...record, hits: worthALook([match(0.9, false)], check) }, handling)).toBe(false)
  expect(asksForOpinion(undefined, handling)).toBe(false)
})
