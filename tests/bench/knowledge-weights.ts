/**
 * Learns the weights of `portal-api/src/knowledge/search/weights.ts` from questions whose right entry is known, and
 * says what such weights are worth on questions that had no part in learning them:
 *
 *   JIESU_BENCH_DATA=<folder> npm run bench -- knowledge-weights
 *
 * Five folds by the right entry, so that no entry's questions are on both sides, divided in four ways, because the way
 * alone moves the figures by half a point. Softmax over the candidates of each question (listwise), a small L2 penalty
 * (`support/listwise.ts`); no randomness, so that the same data give the same numbers.
 */
import { FEATURES, makeLook, QUESTION_FEATURES } from '../../portal-api/src/knowledge/search/features'
import { CANDIDATES } from '../../portal-api/src/knowledge/search/cityIndex'
import { TextIndex } from '../../portal-api/src/knowledge/search/textIndex'
import { weigh } from '../../portal-api/src/knowledge/search/weighQuery'
import { likeliest } from '../support/listwise'
import { readRetrievalData, type RetrievalData, type Task } from '../support/retrievalData'

const FOLDS = 5
const DIVISIONS = 4
const PENALTY = 3e-4
const WIDTH = FEATURES.length + QUESTION_FEATURES.length

interface Example {
  readonly kind: 'policy' | 'titles'
  readonly entry: string
  /** One row of WIDTH numbers per candidate. */
  readonly rows: readonly (readonly number[])[]
  /** The right one's row; −1 where it is no candidate. */
  readonly right: number
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const foldOf = (id: string, division: number): number => {
  let hash = 7 + division * 7919
  for (let i = 0; i < id.length; i += 1) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) >>> 0
  return ((hash ^ (hash >>> 15)) >>> 0) % FOLDS
}

/** Mean and standard deviation of each column. */
const spreadOf = (examples: readonly Example[]): { mean: number[]; spread: number[] } => {
  const rows = examples.flatMap((example) => example.rows)
  const columns = Array.from({ length: WIDTH }, (_, i) => i)
  const mean = columns.map((i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length)
  const spread = columns.map((i) => {
    const variance = rows.reduce((sum, row) => sum + ((row[i] ?? 0) - (mean[i] ?? 0)) ** 2, 0) / rows.length
    return Math.sqrt(variance) || 1
  })
  return { mean, spread }
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
      entry: task.right,
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
  const { mean, spread } = spreadOf(examples)
  const data = examples.map(({ rows, right }) => ({
    right,
    values: rows.map((row) =>
      Float64Array.from(row, (value, i) => (value - (mean[i] ?? 0)) / (spread[i] ?? 1)),
    ),
  }))
  const weights = likeliest(data, WIDTH, PENALTY)
  return [...weights].map((weight, i) => weight / (spread[i] ?? 1))
}

type Figures = readonly [one: number, five: number, mrr: number]

/** R@1, R@5, MRR@10 of one kind of question; `weights` may differ by entry. */
const judge = (
  examples: readonly Example[],
  kind: Example['kind'],
  weights: (entry: string) => readonly number[],
): Figures => {
  const own = examples.filter((example) => example.kind === kind)
  let [one, five, mrr] = [0, 0, 0]
  for (const { rows, right, entry } of own) {
    if (right < 0) continue
    const learned = weights(entry)
    const scores = rows.map((row) => scoreOf(row, learned))
    const at = scores.filter(
      (score, i) => score > (scores[right] ?? 0) || (score === scores[right] && i < right),
    ).length
    if (at === 0) one += 1
    if (at < 5) five += 1
    if (at < 10) mrr += 1 / (at + 1)
  }
  return [one / own.length, five / own.length, mrr / own.length]
}

const run = (data: RetrievalData): void => {
  const examples = examplesOf(data)
  print(`${''.padEnd(34)}policy R@1  R@5   MRR@10 | title R@1  R@5   MRR@10`)
  const both = (weights: (entry: string) => readonly number[]): readonly [Figures, Figures] => [
    judge(examples, 'policy', weights),
    judge(examples, 'titles', weights),
  ]
  const line = (name: string, [policy, titles]: readonly [Figures, Figures]): void => {
    const say = (figures: Figures): string =>
      figures
        .map((n) => n.toFixed(3))
        .join('  ')
        .padStart(22)
    print(`${name.padEnd(34)}${say(policy)}  | ${say(titles)}`)
  }
  line(
    'BM25 of pairs alone',
    both(() => FEATURES.map((_, i) => (i === 0 ? 1 : 0))),
  )
  const divisions = Array.from({ length: DIVISIONS }, (_, division) => {
    const folds = Array.from({ length: FOLDS }, (_unused, fold) =>
      learn(examples.filter(({ entry }) => foldOf(entry, division) !== fold)),
    )
    return both((entry) => folds[foldOf(entry, division)] ?? [])
  })
  const mean = (kind: 0 | 1): Figures => {
    const of = (i: 0 | 1 | 2): number =>
      divisions.reduce((sum, figures) => sum + figures[kind][i], 0) / divisions.length
    return [of(0), of(1), of(2)]
  }
  line('learned, cross-validated', [mean(0), mean(1)])
  const weights = learn(examples)
  line(
    'learned on all (not a measure)',
    both(() => weights),
  )
  const list = (numbers: readonly number[]): string => numbers.map((n) => n.toFixed(2)).join(', ')
  print(`ALWAYS        = [${list(weights.slice(0, FEATURES.length))}]`)
  print(`IN_A_QUESTION = [${list(weights.slice(FEATURES.length))}]`)
}

const data = readRetrievalData()
if (typeof data === 'string') print(`skipped: ${data}`)
else run(data)
