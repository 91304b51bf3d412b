/**
 * How well the knowledge search finds, measured with the product's own index over real questions and documents:
 *
 *   JIESU_BENCH_DATA=<folder> npm run bench -- knowledge
 *
 * One index of 5,538 entries (see `support/retrievalData.ts`), all without question or phrasings. Policy questions look
 * for their document, titles of messages for their reply. Two floors run over the same entries: MiniSearch as it comes,
 * and with pairs of characters. Quality is R@1, R@5 and MRR@10. Then the product's index with 50,000 entries: those
 * texts over and over, each time with a tenth of their sentences gone. Times are given as ratios too, because machines
 * differ, and as processor time, because on a busy machine the clock says little.
 */
import MiniSearch from 'minisearch'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { SearchableEntry } from '../../portal-api/src/knowledge/knowledgeSearch'
import { createSearchIndex } from '../../portal-api/src/knowledge/search/searchIndex'
import { readRetrievalData, type RetrievalData, type Task } from '../support/retrievalData'

const GOAL = { policyMrr: 0.9, policyFive: 0.97, titlesMrr: 0.65 }
const MANY = 50_000

type Search = (query: string) => string[]
interface Figures {
  readonly first: number
  readonly five: number
  readonly mrr: number
}

const bare = (entries: readonly SearchableEntry[], tokenize?: (text: string) => string[]): Search => {
  const engine = new MiniSearch<SearchableEntry>({
    fields: ['body'],
    ...(tokenize ? { tokenize, processTerm: (term: string) => term } : {}),
  })
  engine.addAll(entries)
  return (query) =>
    engine
      .search(query)
      .slice(0, 10)
      .map((hit) => String(hit.id))
}

const pairs = (text: string): string[] =>
  (text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []).flatMap((run) => {
    const signs = [...run]
    return signs.length < 2 ? signs : signs.slice(1).map((sign, i) => `${signs[i] ?? ''}${sign}`)
  })

const product = (entries: readonly SearchableEntry[]): Search => {
  const index = createSearchIndex(entries)
  return (query) => index.search(query, { city: 'bench', limit: 10 }).map((hit) => hit.id)
}

/** Milliseconds of each search: by the clock, and of processor time (all threads, waste collection included). */
interface Spent {
  readonly clock: number[]
  readonly processor: number[]
}

const nothingSpent = (): Spent => ({ clock: [], processor: [] })

/** Figures over the tasks; what each search took is added to `spent`. */
const measure = (search: Search, tasks: readonly Task[], spent: Spent): Figures => {
  let first = 0
  let five = 0
  let mrr = 0
  for (const { query, right } of tasks) {
    const processor = process.cpuUsage()
    const start = performance.now()
    const hits = search(query)
    spent.clock.push(performance.now() - start)
    const { user, system } = process.cpuUsage(processor)
    spent.processor.push((user + system) / 1000)
    const at = hits.indexOf(right)
    if (at === 0) first += 1
    if (at >= 0 && at < 5) five += 1
    if (at >= 0) mrr += 1 / (at + 1)
  }
  return { first: first / tasks.length, five: five / tasks.length, mrr: mrr / tasks.length }
}

const percentile = (spent: readonly number[], part: number): number =>
  [...spent].sort((a, b) => a - b)[Math.min(spent.length - 1, Math.floor(spent.length * part))] ?? 0

const percentiles = (list: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((part) => percentile(list, part).toFixed(2)).join(' / ')

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const bareText = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/** MRR@10 when every entry that holds the answer word for word is right: many documents say the same. */
const lenientMrr = (search: Search, { entries, policy }: RetrievalData): number => {
  const texts = new Map(entries.map((entry) => [entry.id, bareText(entry.body)]))
  const scores = policy.map(({ query, right, answer = '' }) => {
    const said = bareText(answer)
    const holds = (id: string): boolean =>
      id === right || (said.length >= 6 && texts.get(id)?.includes(said) === true)
    const at = search(query).findIndex(holds)
    return at < 0 ? 0 : 1 / (at + 1)
  })
  return scores.reduce((a, b) => a + b, 0) / scores.length
}

/** The texts over and over, each time without other sentences. */
const manyEntries = (entries: readonly SearchableEntry[]): SearchableEntry[] =>
  Array.from({ length: MANY }, (_, i) => {
    const entry = entries[i % entries.length]
    const round = Math.floor(i / entries.length)
    const body = (entry?.body ?? '')
      .split(/(?<=[。；\n])/)
      .filter((_sentence, n) => round === 0 || (n * 7 + round) % 10 !== 0)
    return {
      id: `${String(round)} ${entry?.id ?? ''}`,
      city: 'bench',
      topic: 'bench',
      title: '',
      phrasings: [],
      shortAnswer: '',
      body: body.join(''),
    }
  })

const judge = (name: string, reached: number, goal: number): void => {
  print(
    `goal: ${name} at least ${goal.toFixed(2)}: ${reached.toFixed(3)}, ${reached >= goal ? 'reached' : 'NOT reached'}`,
  )
}

const run = (data: RetrievalData): void => {
  const { entries, policy, titles } = data
  print(
    `${String(entries.length)} entries, ${String(policy.length)} policy questions, ${String(titles.length)} titles`,
  )
  print(
    `${''.padEnd(32)}policy R@1  R@5   MRR@10 | title R@1  R@5   MRR@10 | index s | p50 ms  p95 ms  ratio p50 / p95 / index`,
  )
  let unit: { p50: number; p95: number; built: number } | undefined
  let own = { policy: { first: 0, five: 0, mrr: 0 }, titles: { first: 0, five: 0, mrr: 0 } }
  const variants: [string, () => Search][] = [
    ['MiniSearch as it comes', () => bare(entries)],
    ['MiniSearch, character pairs', () => bare(entries, pairs)],
    ['knowledge/search', () => product(entries)],
  ]
  let search: Search = () => []
  for (const [name, build] of variants) {
    const start = performance.now()
    search = build()
    const built = (performance.now() - start) / 1000
    const spent = nothingSpent()
    own = { policy: measure(search, policy, spent), titles: measure(search, titles, spent) }
    const [p50, p95] = [percentile(spent.clock, 0.5), percentile(spent.clock, 0.95)]
    if (name.includes('pairs')) unit = { p50, p95, built }
    const ratio = unit
      ? [p50 / unit.p50, p95 / unit.p95, built / unit.built].map((n) => n.toFixed(2)).join(' / ')
      : '-'
    const figures = (f: Figures): string => [f.first, f.five, f.mrr].map((n) => n.toFixed(3)).join('  ')
    print(
      `${name.padEnd(32)}${figures(own.policy).padStart(23)}  | ${figures(own.titles).padStart(21)}  | ` +
        `${built.toFixed(1).padStart(7)} | ${p50.toFixed(2).padStart(6)}  ${p95.toFixed(2).padStart(6)}  ${ratio}` +
        ` | processor ms p50 / p95 / p99 ${percentiles(spent.processor)}`,
    )
  }
  judge('MRR@10 of policy questions', own.policy.mrr, GOAL.policyMrr)
  judge('R@5 of policy questions', own.policy.five, GOAL.policyFive)
  judge('MRR@10 of titles', own.titles.mrr, GOAL.titlesMrr)
  print(
    `MRR@10 of policy questions, any entry with the answer word for word: ${lenientMrr(search, data).toFixed(3)}`,
  )

  measureMany(data, unit?.p95 ?? 1)
}

const measureMany = ({ entries, policy, titles }: RetrievalData, floor: number): void => {
  const many = manyEntries(entries)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const memory = (): number => {
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return (heapUsed + arrayBuffers) / 1e6
  }
  const before = memory()
  const start = performance.now()
  const index = createSearchIndex(many)
  const built = (performance.now() - start) / 1000
  const held = memory() - before
  const spent = nothingSpent()
  const find: Search = (query) => index.search(query, { city: 'bench', limit: 10 }).map((hit) => hit.id)
  measure(find, [...policy, ...titles], spent)
  const put = performance.now()
  index.put(many.slice(0, 100))
  const each = (performance.now() - put) / 100
  print(
    `${String(MANY)} entries: index ${built.toFixed(1)} s, ${held.toFixed(0)} MB beside the texts; ` +
      `ms p50 / p95 / p99: ${percentiles(spent.clock)} by the clock, ${percentiles(spent.processor)} of processor; ` +
      `p95 to MiniSearch with ${String(entries.length)}: ${(percentile(spent.clock, 0.95) / floor).toFixed(2)}; ` +
      `an entry changed: ${each.toFixed(2)} ms`,
  )
}

const data = readRetrievalData()
if (typeof data === 'string') print(`skipped: ${data}`)
else run(data)
