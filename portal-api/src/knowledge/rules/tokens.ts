/** A search term and where it stands in the text it was cut from (UTF-16 offsets, `end` exclusive). */
export interface Token {
  readonly term: string
  readonly start: number
  readonly end: number
}

/**
 * Characters that carry grammar, not meaning. A run of Han characters is divided at them, so that 停水了怎么办 and
 * 停水怎么办 share their terms and 的 never makes a term of its own.
 */
export const STOP_CHARACTERS: ReadonlySet<string> = new Set('的了吗呢吧啊呀嘛哦么地得着之')

const HAN = /\p{Script=Han}/u
const WORD = /[\p{L}\p{N}]/u

interface Character {
  readonly folded: string
  readonly start: number
  readonly end: number
}

/** Full-width and half-width forms, upper and lower case become one. */
const fold = (character: string): string => character.normalize('NFKC').toLowerCase()

/**
 * Cuts text into search terms: pairs of neighbouring Han characters (停水了 → 停水), single Han characters that stand
 * alone, and whole words of Latin letters and digits (12345, wifi). No dictionary is needed, so new words, names of
 * places and slips of the pen are found like any other. Terms repeat as often as they stand in the text.
 */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = []
  let han: Character[] = []
  let word: Character[] = []

  const endHan = (): void => {
    const [only] = han
    if (han.length === 1 && only) tokens.push({ term: only.folded, start: only.start, end: only.end })
    han.forEach((left, i) => {
      const right = han[i + 1]
      if (right) tokens.push({ term: left.folded + right.folded, start: left.start, end: right.end })
    })
    han = []
  }
  const endWord = (): void => {
    const first = word[0]
    const last = word[word.length - 1]
    if (first && last) {
      tokens.push({ term: word.map((c) => c.folded).join(''), start: first.start, end: last.end })
    }
    word = []
  }

  let start = 0
  for (const raw of text) {
    const character = { folded: fold(raw), start, end: start + raw.length }
    start = character.end
    if (HAN.test(character.folded) && !STOP_CHARACTERS.has(character.folded)) {
      endWord()
      han.push(character)
    } else if (WORD.test(character.folded) && !HAN.test(character.folded)) {
      endHan()
      word.push(character)
    } else {
      endHan()
      endWord()
    }
  }
  endHan()
  endWord()
  return tokens
}

/** The terms of `tokenize`, without their places. */
export const terms = (text: string): string[] => tokenize(text).map((token) => token.term)

/** The distinct Han characters of a text that carry meaning. */
export const characters = (text: string): string[] => [
  ...new Set([...text].map(fold).filter((c) => HAN.test(c) && !STOP_CHARACTERS.has(c))),
]
