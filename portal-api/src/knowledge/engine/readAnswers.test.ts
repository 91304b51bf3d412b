import { OutsideServiceDown } from '../../platform/outside/outsideService'
import { BulkAnswer, CandidatesAnswer, CharactersAnswer, QuestionsAnswer, understood } from './readAnswers'

const answer = (more: object = {}) => ({
  took: 3,
  timed_out: false,
  _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
  hits: { max_score: null, hits: [] },
  ...more,
})
const counted = {
  everywhere: { doc_count: 9, city: { doc_count: 7, holders: { buckets: { 停水: { doc_count: 2 } } } } },
}

test('candidates come with what of the question is in them, and how common it is', () => {
  const hit = {
    _index: 'i',
    _id: 'yantai/water',
    _score: 2.5,
    _source: { title: '停水', phrasings: [], shortAnswer: '' },
  }
  const { candidates, counts } = understood(
    CandidatesAnswer,
    answer({
      hits: {
        hits: [
          { ...hit, matched_queries: ['term 停水'] },
          { ...hit, _id: 'yantai/b' },
        ],
      },
      aggregations: counted,
    }),
  )
  expect(candidates).toEqual([
    {
      key: 'yantai/water',
      score: 2.5,
      title: '停水',
      phrasings: [],
      shortAnswer: '',
      matched: new Set(['term 停水']),
    },
    { key: 'yantai/b', score: 2.5, title: '停水', phrasings: [], shortAnswer: '', matched: new Set() },
  ])
  expect(counts).toEqual({ total: 7, holders: new Map([['停水', 2]]) })
})

test('characters and questions', () => {
  expect(
    understood(
      CharactersAnswer,
      answer({ aggregations: { characters: { buckets: [{ key: '停', doc_count: 2 }] } } }),
    ),
  ).toEqual(new Map([['停', 2]]))
  const hit = { _id: 'yantai/a', _score: 1, _source: { title: '', phrasings: ['停水'] } }
  expect(understood(QuestionsAnswer, answer({ hits: { hits: [hit] } }))).toEqual([
    { key: 'yantai/a', questions: ['停水'] },
  ])
})

test.each<[string, unknown]>([
  ['half an answer', answer({ timed_out: true, aggregations: counted })],
  ['the answer of half the shards', answer({ _shards: { failed: 1 }, aggregations: counted })],
  ['no answer', '<html>'],
  ['an answer without what was asked for', answer()],
])('%s is none', (_, given) => {
  expect(() => understood(CandidatesAnswer, given)).toThrow(OutsideServiceDown)
})

test.each<[string, object, string, string | undefined]>([
  ['what was written', { status: 201, result: 'created' }, 'done', undefined],
  ['what was the same already', { status: 200, result: 'noop' }, 'done', undefined],
  ['what was not there to be taken out', { status: 404, result: 'not_found' }, 'done', undefined],
  [
    'too much to do',
    { status: 429, error: { type: 'rejected_execution_exception' } },
    'again',
    'rejected_execution_exception',
  ],
  [
    'somebody else at the same time',
    { status: 409, error: { type: 'version_conflict_engine_exception' } },
    'again',
    'version_conflict_engine_exception',
  ],
  [
    'a text that does not fit',
    { status: 400, error: { type: 'mapper_parsing_exception' } },
    'refused',
    'mapper_parsing_exception',
  ],
  [
    'no such index',
    { status: 404, error: { type: 'index_not_found_exception' } },
    'again',
    'index_not_found_exception',
  ],
])('of a line: %s', (_, item, outcome, why) => {
  const given = { took: 1, errors: true, items: [{ update: { _index: 'i', _id: 'k', ...item } }] }
  expect(understood(BulkAnswer, given)).toEqual([{ key: 'k', outcome, why }])
})
