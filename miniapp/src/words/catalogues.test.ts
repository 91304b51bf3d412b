import * as english from './en'
import * as zhApi from './zh/api'
import * as zhApp from './zh/app'
import * as zhCommon from './zh/common'
import * as zhFields from './zh/fields'
import * as zhHome from './zh/home'
import * as zhHotlines from './zh/hotlines'
import * as zhKnowledge from './zh/knowledge'
import * as zhLive from './zh/live'
import * as zhLookup from './zh/lookup'
import * as zhMe from './zh/me'
import * as zhMessages from './zh/messages'
import * as zhOrder from './zh/order'
import * as zhRate from './zh/rate'
import * as zhReadAloud from './zh/readAloud'
import * as zhSimilar from './zh/similar'
import * as zhSubmit from './zh/submit'
import * as zhVocabulary from './zh/vocabulary'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const chinese: Record<string, unknown> = {
  ...zhApi,
  ...zhApp,
  ...zhCommon,
  ...zhFields,
  ...zhHome,
  ...zhHotlines,
  ...zhKnowledge,
  ...zhLive,
  ...zhLookup,
  ...zhMe,
  ...zhMessages,
  ...zhOrder,
  ...zhRate,
  ...zhReadAloud,
  ...zhSimilar,
  ...zhSubmit,
  ...zhVocabulary,
}

/** Every word with its place: `submitWords.another.name.citizen`. */
const leaves = (value: unknown, place: string): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${place}.${key}`))
    : [[place, value]]
const all = (catalogues: Record<string, unknown>): Map<string, unknown> =>
  new Map(Object.entries(catalogues).flatMap(([name, words]) => leaves(words, name)))

/** Names that English says as they are: the brand's sign, and the other language in its own words. */
const OWN_NAMES = ['appWords.mark', 'appWords.otherLanguage', 'meWords.languageHelp']

const zh = all(chinese)
const en = all(english)

test('English has every word that Chinese has, and no other', () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
})

test('every catalogue of citizens is spoken in both languages', () => {
  const parts = readdirSync(join(__dirname, 'en')).filter((file) => file !== 'index.ts')
  const doors = readdirSync(__dirname).filter((file) => parts.includes(file))
  expect(doors.sort()).toEqual(parts.sort())
})

test('what is filled in is the same in both', () => {
  const uneven = [...zh].filter(([place, word]) => {
    const other = en.get(place)
    if (typeof word !== 'function') return typeof word !== typeof other
    return typeof other !== 'function' || other.length > word.length
  })
  expect(uneven.map(([place]) => place)).toEqual([])
})

test('no word of the English is empty where the Chinese is not', () => {
  expect([...en].filter(([place, word]) => word === '' && zh.get(place) !== '')).toEqual([])
})

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/

test('English is free of Chinese characters and signs', () => {
  const texts = [...en]
    .filter(([place]) => !OWN_NAMES.includes(place))
    .map(([place, word]) => [place, typeof word === 'function' ? word.toString() : String(word)] as const)
  expect(texts.filter(([, text]) => CHINESE.test(text)).map(([place]) => place)).toEqual([])
})
