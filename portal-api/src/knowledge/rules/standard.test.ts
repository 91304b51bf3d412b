import type { KnowledgeFindingCode } from '@jiesu/shared-types/vocabulary'
import type { EntryContent } from './entryContent'
import { findingsOf, isDialled } from './standard'
import { DIRECTORY, ENTRY } from './testSupport'

const TODAY = '2026-11-23'
const found = (change: Partial<EntryContent>) => findingsOf({ ...ENTRY, ...change }, DIRECTORY, TODAY)

test('an entry as it should be has no findings', () => {
  expect(found({})).toEqual([])
})

const TABLE: [KnowledgeFindingCode, Partial<EntryContent>][] = [
  ['missing-title', { title: ' ' }],
  ['few-phrasings', { phrasings: ['没水', '断水', '停水'] }],
  ['missing-short-answer', { shortAnswer: '' }],
  ['long-short-answer', { shortAnswer: '水'.repeat(81) }],
  ['missing-sections', { sections: [] }],
  ['missing-sections', { sections: [{ heading: '步骤', text: ' ' }] }],
  ['repeated-heading', { sections: [ENTRY.sections[0]!, ENTRY.sections[0]!] }],
  ['repeated-phrasing', { phrasings: ['家里没水', '断水', '水停了', '请问家里没水吗？'] }],
  ['repeated-phrasing', { phrasings: ['家里没水', '断水', '水停了', '停水了怎么办？'] }],
  ['unknown-phone', { phones: [{ name: '甲', number: '0535-6000001' }] }],
  ['malformed-phone', { phones: [{ name: '甲', number: '0535-600' }] }],
  ['malformed-phone', { phones: [{ name: '甲', number: '-05356000001' }] }],
  ['insecure-link', { links: [{ name: '甲', url: 'http://example.org/' }] }],
  ['missing-source', { source: { document: '', item: '' } }],
  ['missing-source-item', { source: { document: '某文件', item: '' } }],
  ['expired-source', { validUntil: '2026-11-22' }],
  ['not-yet-valid', { validFrom: '2026-11-24' }],
  ['reversed-validity', { validFrom: '2026-11-01', validUntil: '2026-10-31' }],
  ['missing-unit', { unit: '' }],
  ['missing-unit', { unit: 'elsewhere' }],
  ['shared-with-itself', { sharedWith: 'water' }],
  ['shared-with-itself', { sharedWith: 'elsewhere' }],
  ['unknown-topic', { topic: 'nothing' }],
  ['unknown-district', { districts: ['370602', '350100'] }],
  ['checked-in-future', { checkedOn: '2026-11-24' }],
]
test.each(TABLE)('%s', (code, change) => {
  expect(found(change).map((one) => one.code)).toEqual([code])
})

test.each<[string, Partial<EntryContent>]>([
  ['a number written with hyphens', { phones: [{ name: '甲', number: '0535-6000000' }] }],
  ['80 characters', { shortAnswer: '𠮷'.repeat(80) }],
  ['the first and the last day', { validFrom: TODAY, validUntil: TODAY, checkedOn: TODAY }],
  ['a second unit', { sharedWith: 'roads' }],
])('%s is right', (_what, change) => {
  expect(found(change)).toEqual([])
})

test.each([
  ['110', true],
  ['12345', true],
  ['95598', true],
  ['96577', true],
  ['400-820-0000', true],
  ['13800000000', true],
  ['6000001', true],
  ['0535-6000001', true],
  ['010-60000001', true],
  ['0535-6000001-802', true],
  ['6000001-802', true],
  ['0591-86000001', true],
  ['12', false],
  ['99999', false],
  ['0535', false],
  ['12000000000', false],
  ['138000000000', false],
  ['0535--6000001', false],
])('%s can be called: %s', (number, can) => {
  expect(isDialled(number)).toBe(can)
})

test('a unit’s own landline is for the reviewer to accept, a number that nobody can call is not', () => {
  const must = (number: string) => found({ phones: [{ name: '甲', number }] }).map((one) => one.must)
  expect([must('0535-6000001'), must('0535-60')]).toEqual([[false], [true]])
})

test('names what is doubtful', () => {
  expect(found({ phones: [{ name: '甲', number: '99999' }] })[0]?.text).toContain('99999')
})
