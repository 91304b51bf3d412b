/** Pairs of characters: what texts are compared by. Chinese is not cut into words, so nothing can be cut wrongly. */

const RUNS = /\p{Script=Han}+|[a-z0-9]+/gu
const HAN = /\p{Script=Han}/u

/** Pairs of Chinese characters, and words of Latin letters and digits whole. */
export const grams = (text: string): string[] =>
  (text.toLowerCase().match(RUNS) ?? []).flatMap((run) => {
    if (!HAN.test(run)) return [run]
    const signs = [...run]
    return signs.length < 2 ? signs : signs.slice(1).map((sign, i) => `${signs[i] ?? ''}${sign}`)
  })
