/**
 * Texts as numbers, for an index that reads many of them: the same terms as `rules/tokens.ts` (a test compares), found
 * by a table of characters instead of a pattern for each.
 */

/** A text in the index's numbers; both lists have one place per Han character that carries meaning, or word. */
export interface Encoded {
  /** The term that begins at a place: a pair, a single character, a word; −1 at the last character of a run. */
  readonly terms: Int32Array
  /** The character at a place, as its code; for a word `signOf` it. */
  readonly characters: Uint16Array
  /** The places at which its sentences begin; a text without any place has none. */
  readonly sentences: Uint32Array
}

const HAN = /\p{Script=Han}/u
const WORD = /[\p{L}\p{N}]/u
const STOP = new Set('的了吗呢吧啊呀嘛哦么地得着之')
const ENDS_SENTENCE = new Set('。；;！!？?\n')
/** Texts taken from web pages have lost their line breaks; a blank before a Chinese word is what is left of them. */
const BLANK = /\s/
const OPENS = new Set('（(')

const UNKNOWN = 0
const BREAK = 1
const OF_WORD = 2
const OF_HAN = 3

const kinds = new Uint8Array(65_536)
/** What full-width and half-width forms, upper and lower case become, where that differs. */
const folded = new Map<number, string>()

const look = (code: number): number => {
  const raw = String.fromCharCode(code)
  const now = raw.normalize('NFKC').toLowerCase()
  if (now !== raw) folded.set(code, now)
  let kind = BREAK
  if (HAN.test(now)) kind = STOP.has(now) ? BREAK : OF_HAN
  else if (WORD.test(now)) kind = OF_WORD
  kinds[code] = kind
  return kind
}

/** Numbers for terms. `known` gives −1 for a term that no text has had. */
export interface Terms {
  known(term: string): number
  readonly size: number
}

export class Vocabulary implements Terms {
  private readonly pairs = new Map<number, number>()
  private readonly words = new Map<string, number>()
  /** Words of Latin letters and digits by their first two signs, for those half typed. */
  private readonly beginnings = new Map<string, string[]>()
  size = 0

  known(term: string): number {
    if (term.length === 2 && kindOf(term.charCodeAt(0)) === OF_HAN)
      return this.pairs.get(term.charCodeAt(0) * 65_536 + term.charCodeAt(1)) ?? -1
    return this.words.get(term) ?? -1
  }

  pair(left: number, right: number): number {
    const key = left * 65_536 + right
    const id = this.pairs.get(key)
    if (id !== undefined) return id
    this.pairs.set(key, this.size)
    return this.size++
  }

  word(term: string): number {
    const id = this.words.get(term)
    if (id !== undefined) return id
    this.words.set(term, this.size)
    const start = term.slice(0, 2)
    const others = this.beginnings.get(start)
    if (others) others.push(term)
    else this.beginnings.set(start, [term])
    return this.size++
  }

  /** Words that begin so and are longer; `start` has two signs at least. */
  longer(start: string): readonly string[] {
    return (this.beginnings.get(start.slice(0, 2)) ?? []).filter(
      (word) => word.length > start.length && word.startsWith(start),
    )
  }
}

const kindOf = (code: number): number => {
  const kind = kinds[code] ?? UNKNOWN
  return kind === UNKNOWN ? look(code) : kind
}

/** A word among the characters: a sign of Unicode's private area, which a few words may share. */
export const signOf = (word: string): number => {
  let hash = 7
  for (let i = 0; i < word.length; i += 1) hash = (hash * 31 + word.charCodeAt(i)) >>> 0
  return 0xe000 + (hash % 6144)
}

/** Encodes a text, giving numbers to terms that are new. */
export const encode = (text: string, vocabulary: Vocabulary): Encoded => {
  const terms: number[] = []
  const characters: number[] = []
  const sentences: number[] = []
  let border = 'sentence' as 'none' | 'blank' | 'sentence'
  /** Place of the first character of the run being read; −1 between runs. */
  let run = -1
  let word = ''
  const endRun = (): void => {
    if (run < 0) return
    const last = terms.length - 1
    terms[last] = run === last ? vocabulary.word(String.fromCharCode(characters[last] ?? 0)) : -1
    run = -1
  }
  const beginAt = (kind: number): void => {
    if (border === 'sentence' || (border === 'blank' && kind === OF_HAN)) sentences.push(terms.length)
    border = 'none'
  }
  const endWord = (): void => {
    if (word === '') return
    beginAt(OF_WORD)
    terms.push(vocabulary.word(word))
    characters.push(signOf(word))
    word = ''
  }
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    const kind = kindOf(code)
    if (kind === OF_HAN) {
      endWord()
      const sign = folded.get(code)?.charCodeAt(0) ?? code
      beginAt(OF_HAN)
      if (run < 0) run = terms.length
      else terms[terms.length - 1] = vocabulary.pair(characters[characters.length - 1] ?? 0, sign)
      terms.push(-1)
      characters.push(sign)
    } else if (kind === OF_WORD) {
      endRun()
      word += folded.get(code) ?? text.charAt(i)
    } else {
      endRun()
      endWord()
      const sign = text.charAt(i)
      if (ENDS_SENTENCE.has(sign) || (border === 'blank' && OPENS.has(sign))) border = 'sentence'
      else if (border === 'none' && BLANK.test(sign)) border = 'blank'
    }
  }
  endRun()
  endWord()
  return {
    terms: Int32Array.from(terms),
    characters: Uint16Array.from(characters),
    sentences: Uint32Array.from(sentences),
  }
}
