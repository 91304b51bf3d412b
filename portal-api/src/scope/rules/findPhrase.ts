import { readable, type ReadableText, type Span } from './readableText'

/** At most so many characters stand for the `…` of a phrase. */
const WIDEST_GAP = 10
/** A gap stays within its clause; an enumeration (贪污、受贿) does not end one. */
const GAP_END = /[。!?;…\n,:]/

/** Every place where `part` begins in `chars`, from `from` on and not after `last`. */
const starts = (chars: string, part: string, from: number, last: number): number[] => {
  const found: number[] = []
  for (let i = chars.indexOf(part, from); i >= 0 && i <= last; i = chars.indexOf(part, i + 1)) found.push(i)
  return found
}

const staysInClause = (text: ReadableText, from: number, to: number): boolean => {
  if (GAP_END.test(text.chars.slice(from, to))) return false
  for (let position = from; position <= to; position++) if (text.pauses.has(position)) return false
  return true
}

/** The end of the remaining parts after `end`, each within a gap of its forerunner and in the same clause. */
const continued = (text: ReadableText, end: number, parts: readonly string[]): number | undefined => {
  const [next, ...rest] = parts
  if (next === undefined) return end
  for (const start of starts(text.chars, next, end, end + WIDEST_GAP)) {
    if (!staysInClause(text, end, start)) return undefined
    const stop = continued(text, start + next.length, rest)
    if (stop !== undefined) return stop
  }
  return undefined
}

/** A phrase cut at its gaps, each part made comparable as a text is. */
export const readablePhrase = (phrase: string): readonly string[] =>
  phrase.split('…').map((part) => readable(part).chars)

/** Where the parts of a phrase stand in a text, within one clause. */
export const findParts = (text: ReadableText, [first = '', ...rest]: readonly string[]): Span[] => {
  if (first === '') return []
  return starts(text.chars, first, 0, text.chars.length).flatMap((start) => {
    const end = continued(text, start + first.length, rest)
    return end === undefined ? [] : [{ start, end }]
  })
}

/**
 * Where a phrase stands in a text, its `…` standing for up to ten characters within one clause. A phrase is
 * compared as a text is: width, case and spaces do not matter.
 */
export const findPhrase = (text: ReadableText, phrase: string): Span[] =>
  findParts(text, readablePhrase(phrase))
