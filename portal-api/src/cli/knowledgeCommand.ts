import type { Command } from 'commander'
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { loadCity } from '../cities/loadCities'
import { searchableImport } from '../knowledge/imported'
import { readImport } from '../knowledge/importLine'
import { asSearchable } from '../knowledge/knowledge.view'
import { loadKnowledge } from '../knowledge/knowledgeData'
import type { KnowledgeSearch } from '../knowledge/knowledgeSearch'
import { makeOwnSearch } from '../knowledge/search/ownSearch'
import { loadSynonyms } from '../knowledge/synonymData'
import { readSettings } from '../platform/settings'
import { cityFolder } from './checkCityCommand'
import { CannotDo, print } from './say'
import { type Stores, withDatabase } from './stores'

const HITS = 10

const read = (file: string): string => {
  if (!existsSync(file)) throw new CannotDo(`there is no file ${file}`)
  return readFileSync(file, 'utf8')
}

const complain = (problems: readonly string[]): void => {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  if (problems.length > 0) process.exitCode = 1
}

const QueryLine = z.object({ id: z.union([z.string(), z.number()]), q: z.string() })

/** Answers lines of queries, one for one and in their order; what is no query is a problem and has no answer. */
export const answerQueries = async (
  file: string,
  city: string,
  search: Pick<KnowledgeSearch, 'search'>,
): Promise<{ readonly answers: string[]; readonly problems: string[] }> => {
  const answers: string[] = []
  const problems: string[] = []
  for (const [i, line] of file
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue
    let json: unknown
    try {
      json = JSON.parse(line)
    } catch {
      json = undefined
    }
    const query = QueryLine.safeParse(json)
    if (!query.success) {
      problems.push(`line ${String(i + 1)}: is not {"id","q"}`)
      continue
    }
    const { id, q } = query.data
    const { hits } = await search.search(q, { city, limit: HITS })
    answers.push(JSON.stringify({ id, hits: hits.map((hit) => hit.id) }))
  }
  return { answers, problems }
}

/** `jiesu knowledge`: brings texts into a city's knowledge, and asks it many questions at once. */
export const addKnowledge = (program: Command, stores: Stores): void => {
  const knowledge = program
    .command('knowledge')
    .description('import texts into a city’s knowledge, take them out; search it')

  knowledge
    .command('import')
    .description('put the texts of a file into the knowledge; the same file again changes nothing')
    .requiredOption('--city <id>')
    .argument('<file.jsonl>')
    .addHelpText(
      'after',
      '\nA line: {"id","title","body","similar"?:[…],"shortAnswer"?,"unitName"?,"source"?:{"document","item"?,"url"?},' +
        '"checkedOn"?,"districts"?:[…],"audience"?:[…]}; the title may be empty. Lines that are not right are named\n' +
        'and left out; all others are imported. Every running portal finds them within a second.',
    )
    .action(async (file: string, { city }: { city: string }) => {
      const settings = readSettings(process.env)
      const { id } = loadCity(cityFolder(city, settings.JIESU_CITIES))
      const own = new Set(loadKnowledge(settings.JIESU_CITIES, [id]).items.map((item) => item.id))
      const { texts, problems } = readImport(read(file), (entry) =>
        own.has(entry) ? `"${entry}" is an entry of the city’s files` : undefined,
      )
      const saved = await withDatabase(settings.MONGODB_URI, (connection) =>
        stores.knowledge(connection).save(id, texts),
      )
      print(
        `${id}: ${saved.added} added, ${saved.changed} changed, ${saved.unchanged} unchanged, ` +
          `${problems.length + saved.elsewhere.length} not imported`,
      )
      complain([...problems, ...saved.elsewhere.map((entry) => `"${entry}" belongs to another city`)])
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
    .description('answer every query of a file with the ids of the best entries, best first')
    .requiredOption('--city <id>')
    .requiredOption('--in <queries.jsonl>', 'lines {"id","q"}; the answers are lines {"id","hits":[…]}')
    .action(async (options: { city: string; in: string }) => {
      const settings = readSettings(process.env)
      const { id } = loadCity(cityFolder(options.city, settings.JIESU_CITIES))
      const file = read(options.in)
      const imported = await withDatabase(settings.MONGODB_URI, (connection) =>
        stores.knowledge(connection).all([id]),
      )
      const search = makeOwnSearch(
        [
          ...loadKnowledge(settings.JIESU_CITIES, [id]).items.map(asSearchable),
          ...imported.map(searchableImport),
        ],
        loadSynonyms(settings.JIESU_CITIES, [id]),
      )
      const { answers, problems } = await answerQueries(file, id, search)
      for (const answer of answers) print(answer)
      complain(problems)
    })
}
