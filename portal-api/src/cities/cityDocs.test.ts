/** docs/cities.md explains every file and field of a city: a field that is new in cityData.ts has to be told to newcomers. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import * as files from './cityData'
import { ProfileFile } from './profileData'

const text = readFileSync(join(__dirname, '../../../docs/cities.md'), 'utf8')

/** Everything between the heading of a file and the next. */
const chapter = (file: string): string =>
  text.split(/^## /m).find((part) => part.startsWith(`${file}:`)) ?? ''

/** Explained once, in the first chapter that has them. */
const EXPLAINED_BEFORE = ['source', 'scopeStatement', 'kindsSource']

/** Names of all fields, however deep. */
const fieldsOf = (schema: unknown, known: readonly string[]): string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  if ('properties' in schema && typeof schema.properties === 'object' && schema.properties !== null)
    return Object.entries(schema.properties).flatMap(([name, inner]) =>
      known.includes(name) ? [name] : [name, ...fieldsOf(inner, known)],
    )
  return Object.values(schema).flatMap((inner) => fieldsOf(inner, known))
}

test.each([
  ['profile.json', ProfileFile],
  ['categories.json', files.CategoriesFile],
  ['districts.json', files.DistrictsFile],
  ['units.json', files.UnitsFile],
  ['limits.json', files.LimitsFile],
  ['scope.json', files.ScopeFile],
  ['dispatch.json', files.DispatchFile],
  ['hotlines.json', files.HotlinesFile],
  ['english.json', files.EnglishFile],
])('%s is explained field by field', (file, schema) => {
  const known = file === 'scope.json' ? [...EXPLAINED_BEFORE, 'when'] : EXPLAINED_BEFORE
  const fields = [...new Set(fieldsOf(z.toJSONSchema(schema, { io: 'input' }), known))]
  expect(fields.length).toBeGreaterThan(2)
  const told = chapter(file)
  expect(fields.filter((name) => !new RegExp(`\`${name}\\b`).test(told))).toEqual([])
})
