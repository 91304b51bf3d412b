import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSynonyms } from './synonymData'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synonyms-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})
const put = (content: unknown, ...path: string[]): void => {
  mkdirSync(join(folder, ...path.slice(0, -1)), { recursive: true })
  writeFileSync(join(folder, ...path), typeof content === 'string' ? content : JSON.stringify(content))
}

test('a city has the names of all cities and its own', () => {
  put([{ plain: ['医保'], official: ['医疗保险'] }], 'synonyms.json')
  put([{ plain: ['榕城通'], official: ['公交卡'] }], 'fuzhou', 'synonyms.json')
  const of = loadSynonyms(folder, ['fuzhou', 'yantai'])
  expect(of('fuzhou')).toEqual([
    ['医保', '医疗保险'],
    ['榕城通', '公交卡'],
  ])
  expect(of('yantai')).toEqual([['医保', '医疗保险']])
})

test('without files there are no other names', () => {
  expect(loadSynonyms(folder, ['yantai'])('yantai')).toEqual([])
})

test.each([
  ['no JSON', '[', 'cannot be read as JSON'],
  ['a group without an official name', [{ plain: ['医保'], official: [] }], '0.official'],
  ['a name twice', [{ plain: ['医保'], official: ['医保'] }], 'a name stands twice'],
  ['an unknown field', [{ plain: ['a'], official: ['b'], wrong: 1 }], '0: '],
])('%s is named with its file', (_, content, expected) => {
  put(content, 'yantai', 'synonyms.json')
  expect(() => loadSynonyms(folder, ['yantai'])).toThrow(expected)
  expect(() => loadSynonyms(folder, ['yantai'])).toThrow(join('yantai', 'synonyms.json'))
})

test('the names of the product are right in shape', () => {
  const cities = join(__dirname, '../../cities')
  expect(loadSynonyms(cities, ['yantai', 'fuzhou'])('yantai').length).toBeGreaterThan(50)
})
