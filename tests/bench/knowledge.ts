/**
 * How well the knowledge search finds, measured with the product's own index over real questions and documents:
 *
 *   JIESU_BENCH_DATA=<folder> npx tsx tests/bench/knowledge.ts
 *
 * The folder holds `retrieval/{ncp_docs,ncp_queries_dev,ncp_qa_all5000_nodoc,att4_title2reply_dev}.jsonl` and
 * `kb/guangdong_service_matters.jsonl`. One index of 5,538 entries, all without question or phrasings: policy
 * documents, official replies, service matters, answers. Policy questions look for their document, titles of
 * messages for their reply. Two floors run over the same entries: MiniSearch as it comes, and with pairs of
 * characters. Quality is R@1, R@5 and MRR@10; latency is given as a ratio, because machines differ.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import type { SearchableEntry } from '../../portal-api/src/knowledge/knowledgeSearch'
import { createSearchIndex } from '../../portal-api/src/knowledge/searchIndex'

const ENTRIES = 5538
const GOAL = 0.861
const FILES = {
  documents: 'retrieval/ncp_docs.jsonl',
  questions: 'retrieval/ncp_queries_dev.jsonl',
  answers: 'retrieval/ncp_qa_all5000_nodoc.jsonl',
  replies: 'retrieval/att4_title2reply_dev.jsonl',
  matters: 'kb/guangdong_service_matters.jsonl',
}

type Row = Record<string, unknown>
type Search = (query: string) => string[]
interface Task {
  readonly query: string
  readonly right: string
}
interface Figures {
  readonly first: number
  readonly five: number
  readonly mrr: number
}

const field = (row: Row, name: string): string => {
  const value = row[name]
  if (typeof value === 'string') return value
  return value === undefined || value === null ? '' : JSON.stringify(value)
}

const readRows = (folder: string, file: string): Row[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)

const asEntry = (id: string, body: string): SearchableEntry => ({
  id,
  city: 'bench',
  topic: 'bench',
  title: '',
  phrasings: [],
  shortAnswer: '',
  body,
})

const readEntries = (folder: string): SearchableEntry[] => {
  const documents = readRows(folder, FILES.documents).map((row) =>
    asEntry(`document ${field(row, 'id')}`, field(row, 'text')),
  )
  const replies = readRows(folder, FILES.replies).map((row) =>
    asEntry(`reply ${field(row, 'id')}`, field(row, 'reply')),
  )
  const matters = readRows(folder, FILES.matters).map((row, i) =>
    asEntry(
      `matter ${String(i)}`,
      ['name', 'dept', 'condition', 'materials'].map((name) => field(row, name)).join('\n'),
    ),
  )
  const room = ENTRIES - documents.length - replies.length - matters.length
  const answers = [...new Set(readRows(folder, FILES.answers).map((row) => field(row, 'answer')))]
    .slice(0, Math.max(0, room))
    .map((text, i) => asEntry(`answer ${String(i)}`, text))
  return [...documents, ...replies, ...matters, ...answers]
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

/** Figures over the tasks; the milliseconds of each search are added to `spent`. */
const measure = (search: Search, tasks: readonly Task[], spent: number[]): Figures => {
  let first = 0
  let five = 0
  let mrr = 0
  for (const { query, right } of tasks) {
    const start = performance.now()
    const hits = search(query)
    spent.push(performance.now() - start)
    const at = hits.indexOf(right)
    if (at === 0) first += 1
    if (at >= 0 && at < 5) five += 1
    if (at >= 0) mrr += 1 / (at + 1)
  }
  return { first: first / tasks.length, five: five / tasks.length, mrr: mrr / tasks.length }
}

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const run = (folder: string): void => {
  const entries = readEntries(folder)
  const policy = readRows(folder, FILES.questions).map((row) => ({
    query: field(row, 'question'),
    right: `document ${field(row, 'docid')}`,
  }))
  const titles = readRows(folder, FILES.replies).map((row) => ({
    query: field(row, 'query'),
    right: `reply ${field(row, 'id')}`,
  }))
  print(
    `${String(entries.length)} entries, ${String(policy.length)} policy questions, ${String(titles.length)} titles`,
  )
  print(
    `${''.padEnd(32)}policy R@1  R@5   MRR@10 | title R@1  R@5   MRR@10 | index s | p50 ms  p95 ms  ratio p50 / p95`,
  )

  let unit: { p50: number; p95: number } | undefined
  let mrr = 0
  const variants: [string, () => Search][] = [
    ['MiniSearch as it comes', () => bare(entries)],
    ['MiniSearch, character pairs', () => bare(entries, pairs)],
    ['knowledge/searchIndex', () => product(entries)],
  ]
  for (const [name, build] of variants) {
    const start = performance.now()
    const search = build()
    const built = (performance.now() - start) / 1000
    const spent: number[] = []
    const onPolicy = measure(search, policy, spent)
    const onTitles = measure(search, titles, spent)
    spent.sort((a, b) => a - b)
    const [p50, p95] = [percentile(spent, 0.5), percentile(spent, 0.95)]
    if (name.includes('pairs')) unit = { p50, p95 }
    const ratio = unit ? `${(p50 / unit.p50).toFixed(2)} / ${(p95 / unit.p95).toFixed(2)}` : '-'
    const figures = (f: Figures): string => [f.first, f.five, f.mrr].map((n) => n.toFixed(3)).join('  ')
    print(
      `${name.padEnd(32)}${figures(onPolicy).padStart(23)}  | ${figures(onTitles).padStart(21)}  | ` +
        `${built.toFixed(1).padStart(7)} | ${p50.toFixed(2).padStart(6)}  ${p95.toFixed(2).padStart(6)}  ${ratio}`,
    )
    mrr = onPolicy.mrr
  }
  print(
    `goal: MRR@10 of policy questions at least ${String(GOAL)}: ${mrr >= GOAL ? 'reached' : 'NOT reached'}`,
  )
}

const folder = process.env.JIESU_BENCH_DATA
const missing = folder ? Object.values(FILES).filter((file) => !existsSync(join(folder, file))) : []
if (!folder) {
  print('skipped: JIESU_BENCH_DATA names no folder with the measuring data, so there is nothing to measure')
} else if (missing.length > 0) {
  print(`skipped: these measuring data are absent from ${folder}: ${missing.join(', ')}`)
} else {
  run(folder)
}
