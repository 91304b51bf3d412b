import { withoutSlips } from './misspellings'

/**
 * A text made comparable: full-width letters, digits and signs as half-width, Latin letters small, common slips put
 * right, spaces and invisible characters gone. `at[i]` is where the i-th character stands in the text as typed.
 */
export interface ReadableText {
  readonly typed: string
  readonly chars: string
  readonly at: readonly number[]
  /** Positions before which a space stands for a comma: "着火了 快来人". */
  readonly pauses: ReadonlySet<number>
}

/** A stretch of `chars`: from `start` up to but not including `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Spaces, and characters that show nothing: soft hyphen, zero-width and direction marks, byte order mark. */
const UNSEEN = /[^\S\n]|[\u00ad\u200b-\u200f\u2060\ufeff]/
const FULL_WIDTH_OFFSET = 0xfee0
/** Shorter stretches between spaces are one word torn apart (信 访), not clauses. */
const SHORTEST_CLAUSE = 3

const comparable = (char: string): string => {
  const code = char.charCodeAt(0)
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - FULL_WIDTH_OFFSET) : char
  return half.toLowerCase()
}

/** The spaces with a clause of Chinese characters on both sides. */
const pausesAmong = (chars: string, spaces: readonly number[]): Set<number> => {
  const borders = [0, ...spaces, chars.length]
  const isClause = (from = 0, to = 0) => to - from >= SHORTEST_CLAUSE
  const isHan = (position: number) => /\p{Script=Han}/u.test(chars.charAt(position))
  return new Set(
    spaces.filter(
      (space, i) =>
        isClause(borders[i], space) && isClause(space, borders[i + 2]) && isHan(space - 1) && isHan(space),
    ),
  )
}

export const readable = (typed: string): ReadableText => {
  const at: number[] = []
  const spaces: number[] = []
  let chars = ''
  for (let i = 0; i < typed.length; i++) {
    const char = typed.charAt(i)
    if (/\s/.test(char) && spaces.at(-1) !== chars.length) spaces.push(chars.length)
    if (UNSEEN.test(char)) continue
    // A few capital letters outside Chinese texts become two characters when small; one keeps positions true.
    chars += comparable(char).charAt(0)
    at.push(i)
  }
  return { typed, chars: withoutSlips(chars), at, pauses: pausesAmong(chars, spaces) }
}

/** The words of a span exactly as they were typed. */
export const asTyped = (text: ReadableText, span: Span): string => {
  const first = text.at[span.start]
  const last = text.at[span.end - 1]
  return first === undefined || last === undefined ? '' : text.typed.slice(first, last + 1)
}

/** What ends a stretch of text: signs, and perhaps pauses. */
export interface End {
  readonly signs: RegExp
  readonly pauses: boolean
}
export const SENTENCE_END: End = { signs: /[。!?;…\n]/, pauses: false }
export const CLAUSE_END: End = { signs: /[。!?;…\n,:、]/, pauses: true }

const endsAt = (text: ReadableText, position: number, end: End): boolean =>
  end.pauses && text.pauses.has(position)

/** The characters before `position` back to the last `end`. */
export const before = (text: ReadableText, position: number, end: End): string => {
  let start = position
  while (start > 0 && !endsAt(text, start, end) && !end.signs.test(text.chars.charAt(start - 1))) start--
  return text.chars.slice(start, position)
}

/** The characters from `position` up to the next `end`. */
export const after = (text: ReadableText, position: number, end: End): string => {
  let stop = position
  while (stop < text.chars.length && !endsAt(text, stop, end) && !end.signs.test(text.chars.charAt(stop)))
    stop++
  return text.chars.slice(position, stop)
}
