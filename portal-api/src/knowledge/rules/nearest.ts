/** Which entries' questions resemble words that search has no answer for: perhaps only a phrasing is missing. */
import { characters, terms } from './tokens'

export interface Named {
  readonly id: string
  readonly title: string
  readonly phrasings: readonly string[]
}

/** Below this, two questions share characters by chance. */
const ALIKE = 0.3

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0
  const both = [...a].filter((one) => b.has(one)).length
  return (2 * both) / (a.size + b.size)
}

const shapeOf = (text: string) => ({ pairs: new Set(terms(text)), signs: new Set(characters(text)) })

/**
 * Looks among entries, whose questions are read once. The finder gives the `most` of them whose title or phrasing is
 * most like the words, the most alike first.
 */
export const nearestAmong = <T extends Named>(
  entries: readonly T[],
): ((words: string, most: number) => T[]) => {
  const shaped = entries.map((entry) => ({ entry, shapes: [entry.title, ...entry.phrasings].map(shapeOf) }))
  return (words, most) => {
    const asked = shapeOf(words)
    return shaped
      .map(({ entry, shapes }) => {
        const likeness = shapes.map(
          ({ pairs, signs }) => (shared(asked.pairs, pairs) + shared(asked.signs, signs)) / 2,
        )
        return { entry, likeness: Math.max(...likeness) }
      })
      .filter(({ likeness }) => likeness >= ALIKE)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, most)
      .map(({ entry }) => entry)
  }
}
