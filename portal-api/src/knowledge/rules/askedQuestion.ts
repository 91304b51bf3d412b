/** A question that found nothing: whether it may be kept, and what its spellings have in common. */
import { looksPersonal } from './personalWords'
import type { Synonyms } from './synonyms'
import { characters, terms } from './tokens'

/** Longer texts tell of somebody's own case. */
export const LONGEST_QUESTION = 30
/** One character says too little to write an entry for. */
const LEAST_CHARACTERS = 2

const HAN = /\p{Script=Han}/u

/** Each thing by the first of its names. */
const byOneName = (text: string, synonyms: Synonyms): string =>
  synonyms.reduce((said, [first = '', ...others]) => {
    if (said.includes(first)) return said
    const name = others.find((one) => said.includes(one))
    return name === undefined ? said : said.replace(name, first)
  }, text.normalize('NFKC').toLowerCase())

/**
 * The same for all spellings of a question: 水表冻裂了 and 冻裂的水表, 医保卡 and 医疗保险卡, with signs, spaces and
 * grammar or without. Undefined for what must not be kept, or says nothing.
 * @param bare the question without the words that only ask (怎么办, 请问).
 */
export const askedKey = (question: string, bare: string, synonyms: Synonyms): string | undefined => {
  if ([...question.trim()].length > LONGEST_QUESTION || looksPersonal(question)) return undefined
  const said = byOneName(bare, synonyms)
  const han = characters(said)
  const words = terms(said).filter((term) => !HAN.test(term))
  if (han.length < LEAST_CHARACTERS && !words.some((word) => word.length > 1)) return undefined
  return [...new Set([...han, ...words])].sort().join(' ')
}

/**
 * From this part of what was asked on, an answer is about it: 124 of the 127 questions in people's own words whose entry
 * is known (`knowledgeQuestions.test.ts`) are beyond it.
 */
const ENOUGH_IN_COMMON = 0.4

/**
 * Whether one of the found answers is about what was asked, and does not only share an everyday word with it.
 * Names of the same thing count as the same.
 * @param found the text of each: question, phrasings and short answer.
 */
export const isAnswered = (bare: string, found: readonly string[], synonyms: Synonyms): boolean => {
  const asked = characters(byOneName(bare, synonyms))
  // Numbers, pinyin and Latin words are found by what they are, or not at all.
  if (asked.length === 0) return found.length > 0
  return found.some((text) => {
    const has = new Set(characters(byOneName(text, synonyms)))
    return asked.filter((character) => has.has(character)).length / asked.length >= ENOUGH_IN_COMMON
  })
}
