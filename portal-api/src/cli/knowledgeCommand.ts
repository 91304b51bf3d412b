import { KNOWLEDGE_FIELD_WORDS } from '@jiesu/shared-types/vocabulary'
import type { Command } from 'commander'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Connection } from 'mongoose'
import { z } from 'zod'
import type { City } from '../cities/cityData'
import { loadCity } from '../cities/loadCities'
import { makeItemOf } from '../knowledge/asLife'
import { searchableImport } from '../knowledge/imported'
import { asLines, asSheet, asTable, type Exported, readBase } from '../knowledge/importing/exportBase'
import { makeImportFile } from '../knowledge/importing/importFile'
import { FILE_PROBLEMS, inEnglish } from '../knowledge/importing/importProblems'
import { countsOf, type ImportPlan } from '../knowledge/importing/planImport'
import { askElsewhere } from '../knowledge/chooseSearch'
import { asSearchable } from '../knowledge/knowledge.view'
import { type KnowledgeItem, loadKnowledge } from '../knowledge/knowledgeData'
import type { KnowledgeSearch } from '../knowledge/knowledgeSearch'
import { makeOwnSearch } from '../knowledge/search/ownSearch'
import { loadSynonyms } from '../knowledge/synonymData'
import { readSettings } from '../platform/settings'
import { cityFolder } from './checkCityCommand'
import { CannotDo, fileReason, print } from './say'
import { type Stores, withDatabase } from './stores'

const HITS = 10

const readBytes = (file: string): Buffer => {
  if (!existsSync(file)) throw new CannotDo(`there is no file ${file}`)
  try {
    return readFileSync(file)
  } catch (error) {
    throw new CannotDo(`cannot read ${file}: ${fileReason(error)}`)
  }
}

const write = (file: string, content: string | Buffer): void => {
  try {
    writeFileSync(file, content)
  } catch (error) {
    throw new CannotDo(`cannot write ${file}: ${fileReason(error)}`)
  }
}

const complain = (problems: readonly string[]): void => {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  if (problems.length > 0) process.exitCode = 1
}

const QueryLine = z.object({ id: z.union([z.string(), z.number()]), q: z.string() })

/** So many questions are asked at a time, which helps where the engine is elsewhere. */
const AT_ONCE = 8

/**
 * Answers lines of queries, one for one and in their order; what is no query is a problem and has no answer.
 * @throws CannotDo where the engine does not answer.
 */
export const answerQueries = async (
  file: string,
  city: string,
  search: Pick<KnowledgeSearch, 'search'>,
): Promise<{ readonly answers: string[]; readonly problems: string[] }> => {
  const problems: string[] = []
  const queries = file
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return []
      let json: unknown
      try {
        json = JSON.parse(line)
      } catch {
        json = undefined
      }
      const query = QueryLine.safeParse(json)
      if (query.success) return [query.data]
      problems.push(`line ${String(i + 1)}: is not {"id","q"}`)
      return []
    })
  const answer = async ({ id, q }: z.infer<typeof QueryLine>): Promise<string> => {
    const { hits, limited } = await search.search(q, { city, limit: HITS })
    if (limited === true)
      throw new CannotDo('the search engine at SEARCH_URL does not answer, or no portal has filled it yet')
    return JSON.stringify({ id, hits: hits.map((hit) => hit.id) })
  }
  const answers: string[] = []
  for (let i = 0; i < queries.length; i += AT_ONCE)
    answers.push(...(await Promise.all(queries.slice(i, i + AT_ONCE).map(answer))))
  return { answers, problems }
}

const FORMATS = ['jsonl', 'csv', 'xlsx'] as const
type Format = (typeof FORMATS)[number]
const formatOf = (name: string): Format => {
  const format = FORMATS.find((one) => one === name)
  if (format === undefined) throw new CannotDo(`--format: ${FORMATS.join(', ')}`)
  return format
}
const WRITE: Record<
  Format,
  (city: City, entries: readonly Exported[], history: boolean) => string | Promise<Buffer>
> = {
  jsonl: (_city, entries, history) => asLines(entries, { history }),
  csv: asTable,
  xlsx: asSheet,
}

const MARKS = { gone: '-', new: '+', same: ' ' } as const
/** Lines of a change that are shown; what stays is left out. */
const MOST_SHOWN = 6

/** + added, ~ changed and how, ? answers the same question as another. */
const showPlan = ({ lines, leftAside }: ImportPlan): void => {
  for (const { line, id, title, outcome, changes, sameAs } of lines) {
    if (outcome !== 'unchanged')
      print(`${outcome === 'added' ? '+' : '~'} line ${line}: ${[id, title].filter(Boolean).join(' ')}`)
    for (const change of changes) {
      const shown = change.lines.filter(({ mark }) => mark !== 'same')
      print(`    ${KNOWLEDGE_FIELD_WORDS[change.field]}`)
      for (const { mark, text } of shown.slice(0, MOST_SHOWN)) print(`      ${MARKS[mark]} ${text}`)
      if (shown.length > MOST_SHOWN) print(`      … ${shown.length - MOST_SHOWN} more lines`)
    }
    if (sameAs !== undefined && outcome !== 'unchanged')
      print(`    ? the same question as ${sameAs.id} ${sameAs.title}`)
  }
  if (leftAside.length > 0) print(`columns left aside: ${leftAside.join(', ')}`)
}

/** `jiesu knowledge`: brings texts into a city's knowledge, and asks it many questions at once. */
export const addKnowledge = (program: Command, stores: Stores): void => {
  const knowledge = program
    .command('knowledge')
    .description('import texts into a city’s knowledge, take them out; search it')

  const withBase = <T>(
    city: string,
    use: (parts: {
      readonly city: City
      readonly items: readonly KnowledgeItem[]
      readonly connection: Connection
    }) => Promise<T>,
  ): Promise<T> => {
    const settings = readSettings(process.env)
    const found = loadCity(cityFolder(city, settings.JIESU_CITIES))
    const { items } = loadKnowledge(settings.JIESU_CITIES, [found.id])
    return withDatabase(settings.MONGODB_URI, (connection) => use({ city: found, items, connection }))
  }
  const storesOf = (connection: Connection, city: City, items: readonly KnowledgeItem[]) => ({
    items,
    imports: stores.knowledge(connection),
    lives: stores.lives(
      connection,
      makeItemOf(new Map([[city.id, city]]), new Map(items.map((item) => [item.id, item]))),
    ),
  })

  knowledge
    .command('import')
    .description('put the texts of a file into the knowledge; the same file again changes nothing')
    .requiredOption('--city <id>')
    .option('--preview', 'say what would happen, and write nothing')
    .argument('<file>', 'JSON lines, CSV (UTF-8 or GB18030), or an Excel workbook (.xlsx, its first sheet)')
    .addHelpText(
      'after',
      '\nA line: {"id","title","body","similar"?:[…],"shortAnswer"?,"unitName"?,"source"?:{"document","item"?,"url"?},' +
        '"checkedOn"?,"districts"?:[…],"audience"?:[…]}; the title may be empty. Lines that are not right are named\n' +
        'and left out; all others are imported. Every running portal finds them within a second.\n' +
        'A table names its columns 编号 问题 相似问法 简答 解答 责任单位 依据文件 条款 网址 核对日期 适用区市 适用对象,\n' +
        'or as the line does; a row without id gets one from its unit and question.\n' +
        'What `jiesu knowledge export` has written is put back whole, entries of units too where the base has none.',
    )
    .action(async (file: string, options: { city: string; preview?: true }) => {
      const bytes = readBytes(file)
      await withBase(options.city, async ({ city, items, connection }) => {
        const importFile = makeImportFile(storesOf(connection, city, items))
        const what = { city, bytes, now: new Date(), operator: true }
        const plan = options.preview ? await importFile.preview(what) : await importFile.run(what)
        if (plan === 'changed-meanwhile') throw new Error('no digest was asked for')
        if (typeof plan === 'string') throw new CannotDo(`${file}: ${FILE_PROBLEMS[plan].en}`)
        if (options.preview) showPlan(plan)
        const { added, changed, unchanged, refused } = countsOf(plan)
        print(
          `${city.id}: ${added} ${options.preview ? 'to add' : 'added'}, ` +
            `${changed} ${options.preview ? 'to change' : 'changed'}, ${unchanged} unchanged, ${refused} not imported`,
        )
        complain(plan.refused.map(({ line, problem }) => `line ${line}: ${inEnglish(problem)}`))
      })
    })

  knowledge
    .command('export')
    .description('write down everything that readers find: entries of files and units, imported texts')
    .requiredOption('--city <id>')
    .option('--format <format>', `${FORMATS.join(', ')}; default: by the name of --out, else jsonl`)
    .option('--out <file>', 'default: standard output')
    .option('--history', 'JSON lines with all versions and the history of units’ entries')
    .action(async (options: { city: string; format?: string; out?: string; history?: true }) => {
      const { out, history = false } = options
      const format = formatOf(options.format ?? FORMATS.find((one) => out?.endsWith(`.${one}`)) ?? 'jsonl')
      if (history && format !== 'jsonl') throw new CannotDo('--history: only JSON lines hold it')
      await withBase(options.city, async ({ city, items, connection }) => {
        const entries = await readBase(storesOf(connection, city, items), city, { history })
        const content = await WRITE[format](city, entries, history)
        if (out === undefined) process.stdout.write(content)
        else {
          write(out, content)
          print(`${city.id}: ${entries.length} entries in ${out}`)
        }
      })
    })

  knowledge
    .command('remove')
    .description(
      'take imported texts out of the knowledge; every running portal forgets them within a second',
    )
    .requiredOption('--city <id>')
    .argument('<id...>')
    .action(async (ids: string[], { city }: { city: string }) => {
      const settings = readSettings(process.env)
      const { id } = loadCity(cityFolder(city, settings.JIESU_CITIES))
      const own = new Set(loadKnowledge(settings.JIESU_CITIES, [id]).items.map((item) => item.id))
      const removed = await withDatabase(settings.MONGODB_URI, (connection) =>
        stores.knowledge(connection).remove(id, ids),
      )
      print(`${id}: ${removed.length} removed`)
      complain(
        ids
          .filter((entry) => !removed.includes(entry))
          .map((entry) =>
            own.has(entry)
              ? `"${entry}" is an entry of the city’s files: take it out there`
              : `there is no imported entry "${entry}" in ${id}`,
          ),
      )
    })

  knowledge
    .command('search')
    .description(
      'answer every query of a file with the ids of the best entries, best first; where SEARCH_URL is set, by that engine',
    )
    .requiredOption('--city <id>')
    .requiredOption('--in <queries.jsonl>', 'lines {"id","q"}; the answers are lines {"id","hits":[…]}')
    .action(async (options: { city: string; in: string }) => {
      const settings = readSettings(process.env)
      const { id } = loadCity(cityFolder(options.city, settings.JIESU_CITIES))
      const file = readBytes(options.in).toString('utf8')
      const synonymsOf = loadSynonyms(settings.JIESU_CITIES, [id])
      const makeOwn = async () => {
        const imported = await withDatabase(settings.MONGODB_URI, (connection) =>
          stores.knowledge(connection).all([id]),
        )
        const { items } = loadKnowledge(settings.JIESU_CITIES, [id])
        return makeOwnSearch([...items.map(asSearchable), ...imported.map(searchableImport)], synonymsOf)
      }
      const search = settings.SEARCH_URL === '' ? await makeOwn() : askElsewhere(settings, synonymsOf)
      const { answers, problems } = await answerQueries(file, id, search)
      for (const answer of answers) print(answer)
      complain(problems)
    })
}
