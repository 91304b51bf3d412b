import { readSettings } from './settings'

test('a petition system needs a key that cannot be guessed; without one there is nothing to protect', () => {
  const PETITION_BASE_URL = 'https://petitions.example'
  const refused = /^PETITION_KEY: at least 16 characters/
  expect(() => readSettings({ PETITION_BASE_URL })).toThrow(refused)
  expect(() => readSettings({ PETITION_BASE_URL, PETITION_KEY: 'short' })).toThrow(refused)
  const PETITION_KEY = 'sixteen-letters!'
  expect(readSettings({ PETITION_BASE_URL, PETITION_KEY })).toMatchObject({ PETITION_BASE_URL, PETITION_KEY })
  expect(readSettings({})).toMatchObject({ PETITION_BASE_URL: '', PETITION_KEY: '' })
})

test('a map service needs its key', () => {
  const PLACES_BASE_URL = 'https://map.example'
  expect(() => readSettings({ PLACES_BASE_URL })).toThrow(/^PLACES_KEY: is needed/)
  expect(readSettings({ PLACES_BASE_URL, PLACES_KEY: 'key' })).toMatchObject({ PLACES_BASE_URL })
  expect(readSettings({})).toMatchObject({ PLACES_BASE_URL: '', PLACES_KEY: '' })
})

test('a search engine is named without its password, and its indexes as it can name them', () => {
  expect(readSettings({})).toMatchObject({
    SEARCH_URL: '',
    SEARCH_INDEX_PREFIX: 'jiesu',
    SEARCH_ANALYSER: 'smartcn',
  })
  expect(readSettings({ SEARCH_URL: 'https://search.example:9200/a@b' }).SEARCH_URL).toContain(
    'search.example',
  )
  expect(() => readSettings({ SEARCH_URL: 'https://jiesu:secret@search.example' })).toThrow(
    /^SEARCH_URL: user and password stand in/,
  )
  expect(() => readSettings({ SEARCH_INDEX_PREFIX: 'Jiesu' })).toThrow(/^SEARCH_INDEX_PREFIX: lower-case/)
  expect(() => readSettings({ SEARCH_ANALYSER: 'ik max' })).toThrow(/^SEARCH_ANALYSER: the name/)
})
