/**
 * The words of Chinese, 330,000 of two to four characters, from the dictionary of pinyin-pro's makers (ISC, plain JSON,
 * renewed with the library that we read aloud with): who has written a word has not misspelled another one.
 */
import { readFileSync } from 'node:fs'

const LONGEST = 4

let words: ReadonlySet<string> | undefined

/** Read when somebody first writes what no entry has: 0.4 s and 19 MB, once per process. */
const read = (): ReadonlySet<string> => {
  const file = require.resolve('@pinyin-pro/data/complete.json')
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  return new Set(Object.keys(entries).filter((word) => word.length > 1 && word.length <= LONGEST))
}

/** Whether two to four characters are a word. Names of new things may be missing. */
export const isWord = (characters: string): boolean => {
  words ??= read()
  return words.has(characters)
}
