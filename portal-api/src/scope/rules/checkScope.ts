/** 受理范围: what the city's rules say to an appeal, and the words that led to it. */
import { type AppealKind, SCOPE_FINDING_KINDS, type ScopeFindingKind } from '@jiesu/shared-types/vocabulary'
import type { AppealCondition, ScopeMatch, ScopeRule } from '../../cities/cityData'
import { type Appeal, appealMatches } from '../../cities/rules/appeal'
import { findParts, readablePhrase } from './findPhrase'
import { isNegated, isWithin, namesAPlace, quotations } from './mentions'
import {
  after,
  asTyped,
  before,
  CLAUSE_END,
  type End,
  readable,
  type ReadableText,
  SENTENCE_END,
  type Span,
} from './readableText'

/** An appeal as far as it is written: while typing, the kind may not be chosen yet. */
export interface DraftAppeal extends Omit<Appeal, 'kind'> {
  readonly kind?: AppealKind | undefined
}

export interface Finding {
  /** The rule's id. */
  readonly rule: string
  readonly kind: ScopeFindingKind
  /** Exactly as they stand in the text; empty where the category alone led to it. */
  readonly words: readonly string[]
}

/** Up to this length loose words still count where they stand in one clause. */
const MIDDLING = 160
/** From this length a text is a story, whose first characters say what it is about. */
const LONG = 250
const OPENING = 60

/** A condition on the kind does not hold before one is chosen. */
const holds = (when: AppealCondition | undefined, { kind, ...appeal }: DraftAppeal): boolean => {
  if (when === undefined) return true
  if (kind !== undefined) return appealMatches(when, { ...appeal, kind })
  return when.kinds === undefined && appealMatches(when, { ...appeal, kind: 'consult' })
}

const NONE: readonly string[] = []

/** The phrases of a list ready to compare: a city's lists are read once, but asked while somebody types. */
const prepared = new WeakMap<readonly string[], readonly (readonly string[])[]>()
const partsOf = (phrases: readonly string[]): readonly (readonly string[])[] => {
  const known = prepared.get(phrases)
  if (known !== undefined) return known
  const parts = phrases.map(readablePhrase)
  prepared.set(phrases, parts)
  return parts
}

const found = (text: ReadableText, phrases: readonly string[]): Span[] =>
  partsOf(phrases).flatMap((parts) => findParts(text, parts))

/** True when one word of each of `groups` stands in the same stretch of text as the span. */
const hasCompanions = (
  text: ReadableText,
  span: Span,
  end: End,
  groups: readonly (readonly string[])[],
): boolean => {
  const start = span.start - before(text, span.start, end).length
  const stretch = { start, end: span.end + after(text, span.end, end).length }
  return groups.every((group) => found(text, group).some((other) => isWithin(other, stretch)))
}

/**
 * The sentence up to the end of the mention's clause: what is said there ("如果再不解决就…") colours the mention,
 * what follows after a comma ("…，可能是电线老化") does not.
 */
const colour = (text: ReadableText, span: Span): string =>
  before(text, span.start, SENTENCE_END) +
  text.chars.slice(span.start, span.end) +
  after(text, span.end, CLAUSE_END)

const spansOf = (text: ReadableText, quoted: readonly Span[], match: ScopeMatch): Span[] => {
  const { length } = text.chars
  // In a text that may be about much else, loose words must stand close together to mean anything.
  const isLong = match.longest !== undefined && length > match.longest
  if (isLong && (match.with === undefined || length > MIDDLING)) return []
  const near = isLong ? CLAUSE_END : SENTENCE_END
  const end = match.opening && length > LONG ? OPENING : length
  const mentions = found(text, match.any)
  if (mentions.length === 0) return []
  const exceptions = found(text, match.except ?? NONE)
  const otherSense = partsOf(match.unless ?? NONE)
  return mentions.flatMap((span) => {
    if (span.start >= end) return []
    if ([...exceptions, ...quoted].some((outer) => isWithin(span, outer))) return []
    if (isNegated(text, span) || namesAPlace(text, span)) return []
    const around = colour(text, span)
    if (otherSense.some((parts) => parts.every((part) => around.includes(part)))) return []
    return hasCompanions(text, span, near, match.with ?? []) ? [span] : []
  })
}

/** In reading order, without those that stand inside another. */
const distinctWords = (text: ReadableText, spans: readonly Span[]): string[] => {
  const outermost = spans.filter(
    (span, i) =>
      !spans.some((other, j) => j !== i && isWithin(span, other) && (!isWithin(other, span) || j < i)),
  )
  const words = [...outermost].sort((a, b) => a.start - b.start).map((span) => asTyped(text, span))
  return [...new Set(words)]
}

/**
 * What the rules find in an appeal: emergencies first, then redirections, declines and notices, each kind in the
 * order of the city's file. Pure; fast enough to run while somebody types.
 */
export const checkScope = (rules: readonly ScopeRule[], appeal: DraftAppeal, typed: string): Finding[] => {
  const text = readable(typed)
  const quoted = quotations(text)
  const findings = rules.flatMap((rule): Finding[] => {
    if (!holds(rule.when, appeal)) return []
    if (rule.match.length === 0) return [{ rule: rule.id, kind: rule.kind, words: [] }]
    const spans = rule.match.flatMap((match) => spansOf(text, quoted, match))
    return spans.length === 0 ? [] : [{ rule: rule.id, kind: rule.kind, words: distinctWords(text, spans) }]
  })
  return SCOPE_FINDING_KINDS.flatMap((kind) => findings.filter((finding) => finding.kind === kind))
}
