import { tokenize } from './tokens'

/**
 * The stretches of `texts` that a query found, as they stand there: neighbouring terms become one stretch (停水 + 水了
 * → 停水了), each stretch once, in order of appearance.
 */
export const highlights = (texts: readonly string[], found: ReadonlySet<string>): string[] => {
  const stretches = new Set<string>()
  for (const text of texts) {
    let start = -1
    let end = -1
    const close = (): void => {
      if (start >= 0) stretches.add(text.slice(start, end))
    }
    for (const token of tokenize(text)) {
      if (!found.has(token.term)) continue
      if (token.start > end) {
        close()
        start = token.start
      }
      end = Math.max(end, token.end)
    }
    close()
  }
  return [...stretches]
}
