/**
 * Learns the weights of `portal-api/src/knowledge/search/weights.ts` from questions whose right entry is known, and
 * says what such weights are worth on questions that had no part in learning them:
 *
 *   JIESU_BENCH_DATA=<folder> npm run bench -- knowledge-weights
 *
 * Five folds by the right entry, so that no entry's questions are on both sides. Softmax over the candidates of each
 * question (listwise), full-batch Adam, a small L2 penalty; no randomness, so that the same data give the same numbers.
 */
import { FEATURES, makeLook, QUESTION_FEATURES, weigh } from '../../portal-api/src/knowledge/search/features'
import { CANDIDATES } from '../../portal-api/src/knowledge/search/searchIndex'
import { TextIndex } from '../../portal-api/src/knowledge/search/textIndex'
import { readRetrievalData, type RetrievalData, type Task } from '../support/retrievalData'

const FOLDS = 5
const EPOCHS = 400
const PENALTY = 1e-3
const WIDTH = FEATURES.length + QUESTION_FEATURES.length

interface Example {
  readonly kind: 'policy' | 'titles'
  readonly fold: number
  /** One row of WIDTH numbers per candidate. */
  readonly rows: readonly (readonly number[])[]
  /** The right one's row; −1 where it is no candidate. */
  readonly right: number
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const foldOf = (id: string): number => {
  let hash = 7
  for (let i = 0; i < id.length; i += 1) hash = (hash * 31 + id.charCodeAt(i)) >>> 0
  return hash % FOLDS
}

const examplesOf = ({ entries, policy, titles }: RetrievalData): Example[] => {
  const index = new TextIndex()
  const places = new Map(entries.map((entry) => [entry.id, index.add(entry.body)]))
  const asExample = (kind: Example['kind'], task: Task): Example => {
    const query = weigh(task.query, index)
    const look = makeLook(query, index)
    const candidates = index.best(query.terms, CANDIDATES, () => true)
    return {
      kind,
      fold: foldOf(task.right),
      right: candidates.indexOf(places.get(task.right) ?? -1),
      rows: candidates.flatMap((place) => {
        const text = index.textAt(place)
        if (!text) return []
        const { features } = look(text)
        const extra = QUESTION_FEATURES.map((i) => (query.shape === 'question' ? (features[i] ?? 0) : 0))
        return [[...features, ...extra]]
      }),
    }
  }
  return [
    ...policy.map((task) => asExample('policy', task)),
    ...titles.map((task) => asExample('titles', task)),
  ]
}

const scoreOf = (row: readonly number[], weights: readonly number[]): number =>
  row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)

const learn = (all: readonly Example[]): number[] => {
  const examples = all.filter(({ right }) => right >= 0)
  const rows = examples.flatMap((example) => example.rows)
  const columns = Array.from({ length: WIDTH }, (_, i) => i)
  const mean = columns.map((i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length)
  const spread = columns.map((i) => {
    const variance = rows.reduce((sum, row) => sum + ((row[i] ?? 0) - (mean[i] ?? 0)) ** 2, 0) / rows.length
    return Math.sqrt(variance) || 1
  })
  const data = examples.map(({ rows: own, right }) => ({
    right,
    count: own.length,
    values: Float64Array.from(
      own.flatMap((row) => row.map((value, i) => (value - (mean[i] ?? 0)) / (spread[i] ?? 1))),
    ),
  }))
  const weights = new Float64Array(WIDTH)
  const first = new Float64Array(WIDTH)
  const second = new Float64Array(WIDTH)
  for (let epoch = 1; epoch <= EPOCHS; epoch += 1) {
    const gradient = new Float64Array(WIDTH)
    for (const { right, count, values } of data) {
      const scores = new Float64Array(count)
      for (let c = 0; c < count; c += 1)
        for (let i = 0; i < WIDTH; i += 1)
          scores[c] = (scores[c] ?? 0) + (weights[i] ?? 0) * (values[c * WIDTH + i] ?? 0)
      const highest = Math.max(...scores)
      const odds = scores.map((score) => Math.exp(score - highest))
      const sum = odds.reduce((a, b) => a + b, 0)
      odds.forEach((odd, c) => {
        const error = odd / sum - (c === right ? 1 : 0)
        if (Math.abs(error) < 1e-6) return
        for (let i = 0; i < WIDTH; i += 1)
          gradient[i] = (gradient[i] ?? 0) + (error * (values[c * WIDTH + i] ?? 0)) / data.length
      })
    }
    const rate = epoch > EPOCHS * 0.7 ? 0.02 : 0.1
    for (let i = 0; i < WIDTH; i += 1) {
      const slope = (gradient[i] ?? 0) + PENALTY * (weights[i] ?? 0)
      first[i] = 0.9 * (first[i] ?? 0) + 0.1 * slope
      second[i] = 0.99 * (second[i] ?? 0) + 0.01 * slope * slope
      const step = (first[i] ?? 0) / (1 - 0.9 ** epoch)
      const scale = Math.sqrt((second[i] ?? 0) / (1 - 0.99 ** epoch)) + 1e-8
      weights[i] = (weights[i] ?? 0) - (rate * step) / scale
    }
  }
  return columns.map((i) => (weights[i] ?? 0) / (spread[i] ?? 1))
}

/** R@1, R@5, MRR@10 of one kind of question; `weights` may differ by fold. */
const judge = (
  examples: readonly Example[],
  kind: Example['kind'],
  weights: (fold: number) => readonly number[],
): string => {
  const own = examples.filter((example) => example.kind === kind)
  let [one, five, mrr] = [0, 0, 0]
  for (const { rows, right, fold } of own) {
    if (right < 0) continue
    const scores = rows.map((row) => scoreOf(row, weights(fold)))
    const at = scores.filter(
      (score, i) => score > (scores[right] ?? 0) || (score === scores[right] && i < right),
    ).length
    if (at === 0) one += 1
    if (at < 5) five += 1
    if (at < 10) mrr += 1 / (at + 1)
  }
  return [one, five, mrr].map((n) => (n / own.length).toFixed(3)).join('  ')
}

const run = (data: RetrievalData): void => {
  const examples = examplesOf(data)
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    learn(examples.filter((example) => example.fold !== fold)),
  )
  const bm25 = FEATURES.map((_, i) => (i === 0 ? 1 : 0))
  print(`${''.padEnd(34)}policy R@1  R@5   MRR@10 | title R@1  R@5   MRR@10`)
  const line = (name: string, weights: (fold: number) => readonly number[]): void => {
    print(
      `${name.padEnd(34)}${judge(examples, 'policy', weights).padStart(22)}  | ${judge(examples, 'titles', weights).padStart(22)}`,
    )
  }
  line('BM25 of pairs alone', () => bm25)
  line('learned, cross-validated', (fold) => folds[fold] ?? [])
  const weights = learn(examples)
  line('learned on all (not a measure)', () => weights)
  const list = (numbers: readonly number[]): string => numbers.map((n) => n.toFixed(2)).join(', ')
  print(`ALWAYS        = [${list(weights.slice(0, FEATURES.length))}]`)
  print(`IN_A_QUESTION = [${list(weights.slice(FEATURES.length))}]`)
}

const data = readRetrievalData()
if (typeof data === 'string') print(`skipped: ${data}`)
else run(data)
