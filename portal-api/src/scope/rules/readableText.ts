/**
 * A text made comparable: full-width letters, digits and signs as half-width, Latin letters small, spaces and
 * invisible characters gone. `at[i]` is where the i-th character stands in the text as typed.
 */
export interface ReadableText {
  readonly typed: string
  readonly chars: string
  readonly at: readonly number[]
}

/** A stretch of `chars`: from `start` up to but not including `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Spaces, and characters that show nothing: soft hyphen, zero-width and direction marks, byte order mark. */
const UNSEEN = /[^\S\n]|[\u00ad\u200b-\u200f\u2060\ufeff]/
const FULL_WIDTH_OFFSET = 0xfee0

const comparable = (char: string): string => {
  const code = char.charCodeAt(0)
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - FULL_WIDTH_OFFSET) : char
  return half.toLowerCase()
}

export const readable = (typed: string): ReadableText => {
  const at: number[] = []
  let chars = ''
  for (let i = 0; i < typed.length; i++) {
    const char = typed.charAt(i)
    if (UNSEEN.test(char)) continue
    // A few capital letters outside Chinese texts become two characters when small; one keeps positions true.
    chars += comparable(char).charAt(0)
    at.push(i)
  }
  return { typed, chars, at }
}

/** The words of a span exactly as they were typed. */
export const asTyped = (text: ReadableText, span: Span): string => {
  const first = text.at[span.start]
  const last = text.at[span.end - 1]
  return first === undefined || last === undefined ? '' : text.typed.slice(first, last + 1)
}

export const SENTENCE_END = /[。!?;…\n]/
export const CLAUSE_END = /[。!?;…\n,:、]/

/** The characters before `position` back to the last sign of `end`. */
export const before = (text: ReadableText, position: number, end: RegExp): string => {
  let start = position
  while (start > 0 && !end.test(text.chars.charAt(start - 1))) start--
  return text.chars.slice(start, position)
}

/** The characters from `position` up to the next sign of `end`. */
export const after = (text: ReadableText, position: number, end: RegExp): string => {
  let stop = position
  while (stop < text.chars.length && !end.test(text.chars.charAt(stop))) stop++
  return text.chars.slice(position, stop)
}
