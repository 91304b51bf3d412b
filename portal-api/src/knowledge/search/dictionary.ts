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

/** Stretches of Chinese, parted by what only ends a word: 社保卡丢了. */
const HAN_RUN = /(?:(?![了的吗呢吧啊])\p{Script=Han}){2,}/gu

/** Whether two neighbouring characters stand in no word: only such can be a slip for a word that sounds alike. */
export const hasNoWords = (text: string): boolean =>
  [...text.matchAll(HAN_RUN)].some(([run]) => {
    const free = Array.from({ length: run.length }, () => true)
    for (let length = 2; length <= LONGEST; length += 1)
      for (let at = 0; at + length <= run.length; at += 1)
        if (isWord(run.slice(at, at + length))) free.fill(false, at, at + length)
    return free.some((one, i) => one && free[i + 1] === true)
  })
