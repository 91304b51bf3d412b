/** The names of things in plain words and in official ones: `synonyms.json` of all cities, then of a single one. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { KnowledgeDataError } from './knowledgeData'
import type { Synonyms } from './rules/synonyms'

const name = z.string().trim().min(1)

/** Everything in one group names the same thing; what is only related does not belong together. */
const SynonymFile = z.array(
  z
    .strictObject({ plain: z.array(name).min(1), official: z.array(name).min(1) })
    .refine(
      ({ plain, official }) => new Set([...plain, ...official]).size === plain.length + official.length,
      {
        error: 'a name stands twice in one group',
      },
    ),
)

const readFile = (file: string): Synonyms => {
  if (!existsSync(file)) return []
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new KnowledgeDataError([`${file}: cannot be read as JSON: ${String(error)}`])
  }
  const parsed = SynonymFile.safeParse(json)
  if (!parsed.success)
    throw new KnowledgeDataError(
      parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.') || 'file'}: ${issue.message}`),
    )
  return parsed.data.map(({ plain, official }) =>
    [...plain, ...official].map((one) => one.normalize('NFKC').toLowerCase()),
  )
}

export type SynonymsOf = (city: string) => Synonyms

/**
 * Reads `<citiesFolder>/synonyms.json` and each city's own `synonyms.json`; either may be missing.
 * @throws KnowledgeDataError naming file and place of what is wrong.
 */
export const loadSynonyms = (citiesFolder: string, cities: readonly string[]): SynonymsOf => {
  const shared = readFile(join(citiesFolder, 'synonyms.json'))
  const byCity = new Map(
    cities.map((city) => [city, [...shared, ...readFile(join(citiesFolder, city, 'synonyms.json'))]]),
  )
  return (city) => byCity.get(city) ?? shared
}
