import type { ProposalAction, ProposalKind, StaffRole } from '@jiesu/shared-types/vocabulary'
import { isFulfilled, maySeeProposal, proposalActions, type ProposalState, withPhrasing } from './proposal'

type Row = [
  who: string,
  role: StaffRole,
  ofUnit: string | undefined,
  kind: ProposalKind,
  state: ProposalState | undefined,
  unit: string | undefined,
  actions: ProposalAction[],
]
const ROWS: Row[] = [
  ['hotline', 'knowledge-reviewer', undefined, 'question', undefined, undefined, ['assign', 'dismiss']],
  ['hotline', 'knowledge-reviewer', undefined, 'question', 'assigned', 'water', ['assign', 'dismiss']],
  ['hotline', 'knowledge-reviewer', undefined, 'question', 'taken', 'water', ['dismiss']],
  ['hotline', 'knowledge-reviewer', undefined, 'orders', 'dismissed', 'water', []],
  ['hotline', 'knowledge-reviewer', undefined, 'orders', 'done', 'water', []],
  ['editor', 'knowledge-editor', 'water', 'question', undefined, undefined, ['begin', 'add-phrasing']],
  [
    'editor',
    'knowledge-editor',
    'water',
    'question',
    'assigned',
    'water',
    ['begin', 'add-phrasing', 'dismiss'],
  ],
  ['editor', 'knowledge-editor', 'water', 'orders', undefined, 'water', ['begin', 'dismiss']],
  ['editor', 'knowledge-editor', 'water', 'question', undefined, 'roads', []],
  ['editor', 'knowledge-editor', 'water', 'question', 'taken', 'water', []],
  ['editor without a unit', 'knowledge-editor', undefined, 'question', undefined, undefined, []],
  ['manager', 'manager', 'water', 'question', undefined, 'water', []],
  ['supervisor', 'supervisor', undefined, 'question', undefined, 'water', []],
]
test.each(ROWS)('%s (%s of %s): %s %s of %s', (_who, role, unitId, kind, state, unit, actions) => {
  expect(proposalActions({ role, unitId }, { kind, state, unit })).toEqual(actions)
})

test.each<[StaffRole, string | undefined, string | undefined, boolean]>([
  ['knowledge-reviewer', undefined, 'water', true],
  ['supervisor', undefined, 'water', true],
  ['manager', 'water', 'water', true],
  ['manager', 'water', 'roads', false],
  ['knowledge-editor', 'water', undefined, true],
  ['knowledge-editor', 'water', 'roads', false],
])('%s of %s sees one of %s: %s', (role, unitId, unit, sees) => {
  expect(maySeeProposal({ role, unitId }, { unit })).toBe(sees)
})

test('only a new version fulfils it', () => {
  expect(isFulfilled(2, 2)).toBe(false)
  expect(isFulfilled(2, 3)).toBe(true)
  expect(isFulfilled(0, 1)).toBe(true)
})

test('a phrasing is added once', () => {
  const entry = { title: '停水了怎么办', phrasings: ['断水'] }
  expect(withPhrasing(entry, '没水')).toEqual(['断水', '没水'])
  expect(withPhrasing(entry, '断水')).toEqual(['断水'])
  expect(withPhrasing(entry, '停水了怎么办')).toEqual(['断水'])
})
