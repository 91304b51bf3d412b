import type { KnowledgeFindingCode } from '@jiesu/shared-types/vocabulary'
import type { EntryContent } from './entryContent'
import { findingsOf } from './standard'
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
  ['unknown-phone', { phones: [{ name: '甲', number: '0535-6000001' }] }],
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

test('names what is doubtful', () => {
  expect(found({ phones: [{ name: '甲', number: '99999' }] })[0]?.text).toContain('99999')
})
