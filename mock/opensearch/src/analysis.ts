/** How texts are cut into terms. */

export interface Token {
  readonly term: string
  readonly position: number
}

export type Analyse = (text: string) => Token[]

const HAN = /\p{Script=Han}/u
const WORD = /[\p{L}\p{N}]/u

/** Pairs of neighbouring Han characters, lone ones, whole words of other letters; all in lower case and usual width. */
export const pairs = (text: string): Token[] => {
  const tokens: Token[] = []
  const add = (term: string): number => tokens.push({ term, position: tokens.length })
  let han: string[] = []
  let word = ''
  const end = (): void => {
    if (word !== '') add(word)
    if (han.length === 1) add(han.join(''))
    for (let i = 1; i < han.length; i += 1) add(`${han[i - 1] ?? ''}${han[i] ?? ''}`)
    han = []
    word = ''
  }
  for (const raw of text) {
    const sign = raw.normalize('NFKC').toLowerCase()
    const isHan = HAN.test(sign)
    if (!isHan && !WORD.test(sign)) end()
    else if (isHan) {
      if (word !== '') end()
      han.push(sign)
    } else {
      if (han.length > 0) end()
      word += sign
    }
  }
  end()
  return tokens
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words of ICU's dictionary, which stands for those of smartcn and ik: they cut much the same, never quite. */
const words: Analyse = (text) =>
  [...segmenter.segment(text.normalize('NFKC').toLowerCase())]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }, position) => ({ term: segment, position }))

/** The analysers that a real engine has of itself or by the usual plugins. */
export const INSTALLED: ReadonlyMap<string, Analyse> = new Map([
  ['cjk', pairs],
  ['smartcn', words],
  ['ik_max_word', words],
  ['ik_smart', words],
])

/** As `pairs`, after a character filter has replaced some signs. */
export const pairsAfter =
  (replaced: ReadonlyMap<string, string>): Analyse =>
  (text) =>
    pairs([...text].map((sign) => replaced.get(sign) ?? sign).join(''))

export const whole: Analyse = (text) => [{ term: text, position: 0 }]

export const byWhitespace: Analyse = (text) =>
  text
    .split(/\s+/)
    .filter((term) => term !== '')
    .map((term, position) => ({ term, position }))
