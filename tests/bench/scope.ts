/**
 * How well the scope rules tell what belongs to the hotline from what does not:
 *
 *   [JIESU_BENCH_DATA=<folder>] npm run bench -- scope [<rule id> …]
 *
 * `data/scope-appeals.jsonl` holds invented appeals in citizens' language, written in four rounds. Of the first three
 * the odd ids are the development half and the even ids the held half: no rule was changed for one of these, but the
 * same hand wrote the appeals and the words of the rules, so that its recall says how well the rules are kept, not
 * how they meet unknown wording. The last round was written when the rules were finished and has changed nothing: it
 * is the unseen part. Whoever changes a rule because of an appeal moves that appeal to an earlier round.
 *
 * An appeal counts as found when one of its expected exclusions is among the findings; a stop is wrong when its
 * exclusion is not expected. The floor stops a text that contains the name of an exclusion. With a data folder that
 * holds `teddy2020/*.jsonl` (real messages, all of them accepted by a government) the share that each rule would
 * stop is counted, of the messages and of their titles as short texts; rule ids list the texts that they stopped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { City } from '../../portal-api/src/cities/cityData'
import { loadCities } from '../../portal-api/src/cities/loadCities'
import { checkScope } from '../../portal-api/src/scope/rules/checkScope'

interface Appeal {
  readonly id: number
  readonly city: string
  readonly text: string
  /** Names of exclusions or emergencies, any of which is right; empty for what is in scope. */
  readonly expected: readonly string[]
  /** Absent for the first. */
  readonly round?: 2 | 3 | 4
}
/** Names of the exclusions and emergencies that stop a text; notices stop nothing. */
type Stops = (city: City, text: string) => string[]

const WRONG_SHOWN = 10
const ROUNDS = 5
const GOALS = { recall: 0.75, emergencies: 0.85, wronglyStopped: 0.03, real: 0.006 }

const print = (line = ''): void => {
  process.stdout.write(`${line}\n`)
}
const share = (part: number, whole: number): string =>
  whole === 0 ? '   –  ' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`
const readRows = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown)

const cities = loadCities(join(__dirname, '../../portal-api/cities'))
const cityOf = (id: string): City => {
  const city = cities.get(id)
  if (city === undefined) throw new Error(`no city "${id}"`)
  return city
}
const appeals = readRows(join(__dirname, 'data/scope-appeals.jsonl')) as Appeal[]

const stoppingRules = (city: City) => city.scopeRules.filter((rule) => rule.kind !== 'notice')
const emergencies = new Set(
  [...cities.values()].flatMap((city) =>
    city.scopeRules.filter((rule) => rule.kind === 'emergency').map((rule) => rule.name),
  ),
)

const byRules: Stops = (city, text) => {
  const ids = checkScope(city.scopeRules, { requester: 'citizen', facts: [] }, text).map((f) => f.rule)
  return stoppingRules(city)
    .filter((rule) => ids.includes(rule.id))
    .map((rule) => rule.name)
}
const byName: Stops = (city, text) =>
  stoppingRules(city)
    .map((rule) => rule.name)
    .filter((name) => text.includes(name))

const isFound = ({ expected }: Appeal, stops: readonly string[]): boolean =>
  expected.some((name) => stops.includes(name))

interface Judged {
  readonly appeal: Appeal
  readonly stops: readonly string[]
}
const judge = (stops: Stops, chosen: readonly Appeal[]): Judged[] =>
  chosen.map((appeal) => ({ appeal, stops: stops(cityOf(appeal.city), appeal.text) }))

interface Figures {
  readonly expected: number
  readonly found: number
  readonly stops: number
  readonly right: number
}
/** Recall of the appeals whose first expected name is among `names`; precision of the stops by these names. */
const figuresOf = (judged: readonly Judged[], names: (name: string) => boolean): Figures => {
  const outside = judged.filter(({ appeal }) => appeal.expected[0] !== undefined && names(appeal.expected[0]))
  const stops = judged.flatMap(({ appeal, stops }) => stops.filter(names).map((name) => ({ appeal, name })))
  return {
    expected: outside.length,
    found: outside.filter(({ appeal, stops }) => isFound(appeal, stops)).length,
    stops: stops.length,
    right: stops.filter(({ appeal, name }) => appeal.expected.includes(name)).length,
  }
}
const inScope = (judged: readonly Judged[]) => judged.filter(({ appeal }) => appeal.expected.length === 0)
const stopped = (judged: readonly Judged[]) => judged.filter(({ stops }) => stops.length > 0)

const wronglyStopped = (judged: readonly Judged[]): string => {
  const inside = inScope(judged)
  return `${share(stopped(inside).length, inside.length)} of ${String(inside.length).padStart(3)}`
}

const cell = (f: Figures): string =>
  `${share(f.found, f.expected)} of ${String(f.expected).padStart(3)} ${share(f.right, f.stops)}`

/** Padded for a terminal, where a Chinese character takes two columns. */
const padName = (name: string): string =>
  name + ' '.repeat(Math.max(0, 36 - name.length - (name.match(/[^\0-\x7f]/g) ?? []).length))

const isUnseen = ({ round }: Appeal): boolean => round === 4
const PARTS = [
  ['dev', appeals.filter((appeal) => !isUnseen(appeal) && appeal.id % 2 === 1)],
  ['held', appeals.filter((appeal) => !isUnseen(appeal) && appeal.id % 2 === 0)],
  ['unseen', appeals.filter(isUnseen)],
] as const

const table = (stops: Stops): void => {
  const judged = PARTS.map(([, chosen]) => judge(stops, chosen))
  const line = (name: string, of: (part: readonly Judged[]) => string): void => {
    print(padName(name) + judged.map((part) => of(part).padEnd(26)).join(''))
  }
  line('', () => 'recall        precision')
  const names = new Set(appeals.flatMap(({ expected }) => expected))
  for (const name of names) line(name, (part) => cell(figuresOf(part, (n) => n === name)))
  line('emergencies', (part) => cell(figuresOf(part, (n) => emergencies.has(n))))
  line('exclusions', (part) => cell(figuresOf(part, (n) => !emergencies.has(n))))
  line('all', (part) => cell(figuresOf(part, () => true)))
  for (const id of cities.keys())
    line(`all, ${id}`, (part) =>
      cell(
        figuresOf(
          part.filter(({ appeal }) => appeal.city === id),
          () => true,
        ),
      ),
    )
  line('in scope, wrongly stopped', wronglyStopped)
}

const listWrongStops = (): void => {
  for (const [part, chosen] of PARTS) {
    const judged = judge(byRules, chosen)
    const wrong = judged
      .map(({ appeal, stops }) => ({
        appeal,
        wrong: stops.filter((name) => !appeal.expected.includes(name)),
      }))
      .filter(({ wrong }) => wrong.length > 0)
    print(`\nWrong stops, ${part} (${String(wrong.length)}; the first ${String(WRONG_SHOWN)}):`)
    for (const { appeal, wrong: names } of wrong.slice(0, WRONG_SHOWN))
      print(`  ${String(appeal.id)} ${appeal.city} ${names.join('+')}: ${appeal.text}`)
    // What the other parts miss stays unread, so that it cannot guide a choice of words.
    if (part !== 'dev') continue
    print(`\nMissed, ${part}:`)
    for (const { appeal, stops } of judged.filter(({ appeal }) => appeal.expected.length > 0))
      if (!isFound(appeal, stops))
        print(`  ${String(appeal.id)} ${appeal.expected.join('/')}: ${appeal.text}`)
  }
}

/** Real messages (title and body) and, as short texts, all titles: each once. */
const realTexts = (folder: string): { messages: string[]; titles: string[] } => {
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readRows(join(folder, file)) as { title?: string | null; detail?: string | null }[])
  // Where only the title was kept, the message itself is not known.
  const messages = rows.flatMap(({ title, detail }) => (detail ? [`${title ?? ''}\n${detail.trim()}`] : []))
  const titles = rows.flatMap(({ title }) => (title ? [title.trim()] : []))
  return { messages: [...new Set(messages)], titles: [...new Set(titles)] }
}

/** The share of real messages that are declined or redirected, by city; prints a line for each rule. */
const countReal = (what: string, messages: readonly string[], shown: readonly string[]): number[] =>
  [...cities.values()].map((city) => {
    print(`\n${city.id}, ${String(messages.length)} real ${what}`)
    const rules = stoppingRules(city)
    const ids = messages.map((text) => checkScope(city.scopeRules, { requester: 'citizen', facts: [] }, text))
    for (const rule of rules) {
      const hits = ids.filter((findings) => findings.some((f) => f.rule === rule.id)).length
      const floor = messages.filter((text) => text.includes(rule.name)).length
      print(
        `  ${rule.kind.padEnd(10)}${rule.id.padEnd(22)}${String(hits).padStart(4)} ${share(hits, messages.length)}   floor ${String(floor).padStart(4)}`,
      )
    }
    for (const [i, findings] of ids.entries())
      for (const finding of findings.filter((f) => shown.includes(f.rule)))
        print(
          `  · ${finding.rule} [${finding.words.join('，')}] ${(messages[i] ?? '').replace(/\s+/g, ' ').slice(0, 400)}`,
        )
    const count = (kinds: readonly string[]): number =>
      ids.filter((findings) => findings.some((f) => kinds.includes(f.kind))).length
    const away = count(['redirect', 'decline'])
    print(`  emergencies ${share(count(['emergency']), messages.length)}`)
    print(`  declined or redirected ${String(away)} ${share(away, messages.length)}`)
    return away / messages.length
  })

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0
/** The best time of each text in microseconds. */
const timesOf = (stops: Stops, city: City, texts: readonly string[]): number[] =>
  texts.map((text) => {
    let best = Infinity
    for (let round = 0; round < ROUNDS; round++) {
      const began = process.hrtime.bigint()
      stops(city, text)
      best = Math.min(best, Number(process.hrtime.bigint() - began) / 1000)
    }
    return best
  })

const timing = (title: string, texts: readonly string[]): void => {
  const city = cityOf('yantai')
  const [rules, floor] = [timesOf(byRules, city, texts), timesOf(byName, city, texts)]
  const figures = [0.5, 0.95].map((part) => {
    const [a, b] = [percentile(rules, part), percentile(floor, part)]
    return `p${String(part * 100)} ${a.toFixed(0)} µs, ${(a / b).toFixed(0)} times the floor`
  })
  print(`time for each of ${String(texts.length)} ${title}: ${figures.join('; ')}`)
}

print('Rules: dev, held, unseen')
table(byRules)
print("\nFloor, the exclusion's name in the text: dev, held, unseen")
table(byName)
listWrongStops()

print()
timing(
  'short appeals',
  appeals.map(({ text }) => text),
)
const folder = process.env.JIESU_BENCH_DATA
const real = folder === undefined ? undefined : join(folder, 'teddy2020')
let away: number[] = []
if (real === undefined || !existsSync(real)) {
  print(
    real === undefined
      ? 'real messages not measured: JIESU_BENCH_DATA names no folder'
      : `real messages not measured: ${real} is absent`,
  )
} else {
  const { messages, titles } = realTexts(real)
  timing('real messages', messages)
  away = countReal('messages', messages, process.argv.slice(2))
  countReal('titles', titles, process.argv.slice(2))
}

const goal = (name: string, value: number, reached: boolean): void => {
  print(`goal ${name}: ${(100 * value).toFixed(1)}% ${reached ? 'reached' : 'NOT reached'}`)
}
print()
for (const [part, chosen] of PARTS.slice(1)) {
  const judged = judge(byRules, chosen)
  const recall = (names: (name: string) => boolean): number => {
    const { found, expected } = figuresOf(judged, names)
    return found / expected
  }
  const overall = recall(() => true)
  goal(`${part}, recall ≥ 75%`, overall, overall >= GOALS.recall)
  const urgent = recall((name) => emergencies.has(name))
  goal(`${part}, recall of emergencies ≥ 85%`, urgent, urgent >= GOALS.emergencies)
  const wrong = stopped(inScope(judged)).length / inScope(judged).length
  goal(`${part}, in scope wrongly stopped ≤ 3%`, wrong, wrong <= GOALS.wronglyStopped)
}
if (away.length > 0) {
  const most = Math.max(...away)
  goal('real messages declined or redirected < 0.6%', most, most < GOALS.real)
}
