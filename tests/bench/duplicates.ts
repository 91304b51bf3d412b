/**
 * How well the same event is found again, measured with the product's own index over real messages:
 *
 *   JIESU_BENCH_DATA=<folder> npm run bench -- duplicates
 *
 * The folder holds `teddy2020/att3_hot.jsonl` (4,326 messages with title, time and text) and
 * `duplicates/{att3_event_clusters_dev,att3_resubmissions}.jsonl` (which of them are about one event; which were sent
 * again). R-precision: of an event with n messages, each one asks for n - 1 others; how many of the first n - 1 are
 * right. What was chosen by measuring is judged on events that had no say: each event by the settings that are best
 * for the other four.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { TUNING, type Tuning } from '../../portal-api/src/similar/rules/likeness'
import type { Matter } from '../../portal-api/src/similar/rules/matter'
import { grams } from '../../portal-api/src/similar/rules/grams'
import { makeSimilarIndex } from '../../portal-api/src/similar/rules/similarIndex'

const GOAL = 0.95
const FILES = {
  messages: 'teddy2020/att3_hot.jsonl',
  events: 'duplicates/att3_event_clusters_dev.jsonl',
  again: 'duplicates/att3_resubmissions.jsonl',
}

interface Message {
  readonly id: number
  readonly title: string
  readonly time: string
  readonly detail: string
}
type Groups = ReadonlyMap<string, readonly string[]>
type Search = (id: string, most: number) => string[]
interface Figures {
  /** Over all questions. */
  readonly precision: number
  readonly first: number
  readonly byGroup: ReadonlyMap<string, readonly number[]>
}

const read = <Row>(folder: string, file: string): Row[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)

const groupsOf = (rows: readonly (readonly [group: string, id: number])[]): Groups => {
  const groups = new Map<string, string[]>()
  for (const [group, id] of rows) groups.set(group, [...(groups.get(group) ?? []), String(id)])
  return groups
}

/** The places of these messages are made unrecognisable (A5区); the rest is as it was written. */
const DISTRICT = /[A-Z]\d+[区县市]/

const asMatter = ({ id, title, detail, time }: Message): Matter => ({
  id: String(id),
  head: title,
  body: detail,
  district: DISTRICT.exec(title + detail)?.[0],
  at: new Date(`${time}+08:00`),
})

const product = (matters: readonly Matter[], tuning: Tuning): Search => {
  const index = makeSimilarIndex(tuning)
  index.add(matters)
  const byId = new Map(matters.map((matter) => [matter.id, matter]))
  return (id, most) => {
    const matter = byId.get(id)
    return matter === undefined ? [] : index.search(matter, { limit: most }).map((found) => found.id)
  }
}

/** The library that is in the tree already, with the same pairs of characters and the title three times as heavy. */
const library = (matters: readonly Matter[]): Search => {
  const engine = new MiniSearch<Matter>({
    fields: ['head', 'body'],
    tokenize: grams,
    processTerm: (term) => term,
  })
  engine.addAll(matters)
  const byId = new Map(matters.map((matter) => [matter.id, matter]))
  return (id, most) =>
    engine
      .search(`${byId.get(id)?.head ?? ''} ${byId.get(id)?.body ?? ''}`, { boost: { head: 3 } })
      .map((hit) => String(hit.id))
      .filter((found) => found !== id)
      .slice(0, most)
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)

const measure = (search: Search, groups: Groups, spent: number[] = []): Figures => {
  const byGroup = new Map<string, number[]>()
  const first: number[] = []
  for (const [group, ids] of groups) {
    const right = new Set(ids)
    const found = ids.map((id) => {
      const start = performance.now()
      const hits = search(id, ids.length - 1)
      spent.push(performance.now() - start)
      first.push(right.has(hits[0] ?? '') ? 1 : 0)
      return hits.filter((hit) => right.has(hit)).length / (ids.length - 1)
    })
    byGroup.set(group, found)
  }
  return { precision: mean([...byGroup.values()].flat()), first: mean(first), byGroup }
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const shown = (value: number): string => value.toFixed(3)

const run = (folder: string): void => {
  const matters = read<Message>(folder, FILES.messages).map(asMatter)
  const events = groupsOf(
    read<{ id: number; cluster: string }>(folder, FILES.events).map(({ id, cluster }) => [cluster, id]),
  )
  const again = groupsOf(
    read<{ id: number; group: string }>(folder, FILES.again).map(({ id, group }) => [group, id]),
  )
  const sizes = [...events].map(([event, ids]) => `${event} ${String(ids.length)}`).join(', ')
  print(`${String(matters.length)} messages; events ${sizes}; ${String(again.size)} sent again`)
  print(`${''.padEnd(30)}same event: R-precision  hit@1 | sent again: hit@1 | p50 ms  p95 ms`)

  const line = (name: string, search: Search): Figures => {
    const spent: number[] = []
    const same = measure(search, events, spent)
    const resent = measure(search, again, spent)
    spent.sort((a, b) => a - b)
    const at = (part: number): string => (spent[Math.floor(spent.length * part)] ?? 0).toFixed(1)
    print(
      `${name.padEnd(30)}${shown(same.precision).padStart(23)}  ${shown(same.first)} |` +
        `${shown(resent.first).padStart(18)} | ${at(0.5).padStart(6)}  ${at(0.95).padStart(6)}`,
    )
    return same
  }

  line('MiniSearch, character pairs', library(matters))
  /** Each setting leaves one part out, or weighs it otherwise. */
  const settings: readonly (readonly [string, Partial<Tuning>])[] = [
    ['words alone', { feedback: 0, noPlace: 1e6, time: 0 }],
    ['words and time', { feedback: 0, noPlace: 1e6 }],
    ['words, time, place', { feedback: 0 }],
    ['as it is', {}],
    ['wider by 3', { feedback: 3 }],
    ['wider by 8', { feedback: 8 }],
    ['place softer', { noPlace: 0.3 }],
    ['time heavier', { time: 0.4 }],
  ]
  const measured = settings.map(([name, change]) => ({
    name,
    figures: line(name, product(matters, { ...TUNING, ...change })),
  }))

  const left = [...events.keys()].flatMap((event) => {
    const others = ({ byGroup }: Figures): number =>
      mean([...byGroup].filter(([group]) => group !== event).flatMap(([, found]) => found))
    const chosen = measured.reduce((best, one) => (others(one.figures) > others(best.figures) ? one : best))
    const own = chosen.figures.byGroup.get(event) ?? []
    print(`  ${event}: ${shown(mean(own))} by "${chosen.name}", chosen without it`)
    return own
  })
  const result = mean(left)
  print(
    `same event, each left out once: R-precision ${shown(result)}; ` +
      `goal ${String(GOAL)}: ${result >= GOAL ? 'reached' : 'NOT reached'}`,
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
