/**
 * Which matters are about the same event: tf-idf cosine over pairs of characters, widened once by what comes first
 * (an event that many report is known by all their words), times how far the named places agree, times nearness in
 * time. There is no threshold that tells "the same" (`npm run bench -- duplicates`): a person looks at the list.
 */
import { DAY_MS } from '@jiesu/shared-types/vocabulary'
import { byFields, copyOf, nearness, TUNING, type Tuning } from './likeness'
import { type Kept, keep, type Matter } from './matter'

export interface Likeness {
  readonly id: string
  /** Only for the order of the list. */
  readonly score: number
  /** Places that both name. */
  readonly sharedPlaces: readonly string[]
}

export interface Wanted {
  readonly limit: number
  /** Only these. */
  readonly among?: ((id: string) => boolean) | undefined
  /**
   * Only pairs of characters that stand in at least so many matters count, and nothing with digits: so that nobody can
   * find out by asking whether somebody wrote something that few write.
   */
  readonly leastHolders?: number | undefined
}

export interface SimilarIndex {
  /** Takes matters in; one that is there already stays as it is. */
  add(matters: readonly Matter[]): void
  readonly size: number
  /** Best first; the matter itself is left out. */
  search(matter: Matter, wanted: Wanted): readonly Likeness[]
}

interface Posting {
  readonly docs: number[]
  readonly weights: number[]
}
type Weights = ReadonlyMap<string, number>
type Counts = (gram: string) => boolean

const HAS_DIGIT = /\d/

export const makeSimilarIndex = (tuning: Tuning = TUNING): SimilarIndex => {
  const docs: Kept[] = []
  const byId = new Map<string, number>()
  const postings = new Map<string, Posting>()
  /** Lengths of the vectors, as of so many matters: weights drift slowly, so they are taken anew with every tenth. */
  let norms: number[] = []
  let normsOf = 0

  const holders = (gram: string): number => postings.get(gram)?.docs.length ?? 0
  const rarity = (gram: string): number => Math.log(docs.length / Math.max(1, holders(gram))) + 1
  const length = (terms: Weights): number => {
    let sum = 0
    for (const [gram, weight] of terms) if (holders(gram) > 1) sum += (weight * rarity(gram)) ** 2
    return Math.sqrt(sum) || 1
  }
  const normOf = (doc: number): number => {
    const known = norms[doc]
    if (known !== undefined) return known
    const computed = length(docs[doc]?.terms ?? new Map())
    norms[doc] = computed
    return computed
  }
  /** Terms that count, with their full weights, as parts of a vector of length 1. */
  const vector = ({ terms }: Kept, counts: Counts, norm = length(terms)): Map<string, number> => {
    const out = new Map<string, number>()
    for (const [gram, weight] of terms) if (counts(gram)) out.set(gram, (weight * rarity(gram)) / norm)
    return out
  }
  const cosines = (asked: Weights): Float64Array => {
    const sums = new Float64Array(docs.length)
    for (const [gram, weight] of asked) {
      const posting = postings.get(gram)
      if (posting === undefined) continue
      const times = weight * rarity(gram)
      posting.docs.forEach((doc, i) => {
        sums[doc] = (sums[doc] ?? 0) + (times * (posting.weights[i] ?? 0)) / normOf(doc)
      })
    }
    return sums
  }

  /** Which part of one's places, by rarity, the other one's words hold. */
  const holdsPlaces = (places: Weights, terms: Weights, counts: Counts): number | undefined => {
    let [sum, held] = [0, 0]
    for (const [gram, weight] of places) {
      if (!counts(gram)) continue
      const worth = weight * (rarity(gram) - 1)
      sum += worth
      if (terms.has(gram)) held += worth
    }
    return sum === 0 ? undefined : held / sum
  }
  /** 0 to 1. */
  const placesAgree = (a: Kept, b: Kept, counts: Counts): number => {
    const there = holdsPlaces(a.places, b.terms, counts)
    const back = holdsPlaces(b.places, a.terms, counts)
    if (there === undefined || back === undefined) return there ?? back ?? tuning.unnamed
    return (there + back) / 2
  }

  const best = (scores: Float64Array, allowed: (doc: number) => boolean, most: number): number[] => {
    const found: number[] = []
    scores.forEach((score, doc) => {
      if (score > 0 && allowed(doc)) found.push(doc)
    })
    return found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, most)
  }

  const add = (matter: Matter): void => {
    if (byId.has(matter.id)) return
    const doc = docs.length
    const kept = keep(matter)
    docs.push(kept)
    byId.set(matter.id, doc)
    for (const [gram, weight] of kept.terms) {
      const posting = postings.get(gram)
      if (posting === undefined) postings.set(gram, { docs: [doc], weights: [weight] })
      else {
        posting.docs.push(doc)
        posting.weights.push(weight)
      }
    }
  }

  return {
    add: (matters) => {
      matters.forEach(add)
      if (docs.length <= normsOf * 1.1) return
      norms = []
      normsOf = docs.length
    },
    get size() {
      return docs.length
    },
    search: (matter, { limit, among = () => true, leastHolders = 1 }) => {
      const asked = docs[byId.get(matter.id) ?? -1] ?? keep(matter)
      const strict = leastHolders > 1
      const counts: Counts = (gram) => holders(gram) >= leastHolders && !(strict && HAS_DIGIT.test(gram))
      const allowed = (doc: number): boolean => {
        const id = docs[doc]?.matter.id
        return id !== undefined && id !== matter.id && among(id)
      }
      const own = vector(asked, counts)
      const plain = cosines(own)

      const first = best(plain, allowed, tuning.feedback).filter(
        (doc) => (plain[doc] ?? 0) > tuning.feedbackFloor,
      )
      const total = first.reduce((sum, doc) => sum + (plain[doc] ?? 0), 0)
      const wider = new Map(own)
      for (const doc of first) {
        const kept = docs[doc]
        const share = (plain[doc] ?? 0) / total
        if (kept !== undefined)
          for (const [gram, weight] of vector(kept, counts, normOf(doc)))
            wider.set(gram, (wider.get(gram) ?? 0) + weight * share)
      }
      const widened = first.length === 0 ? plain : cosines(wider)

      return best(widened, allowed, tuning.candidates)
        .flatMap((doc): Likeness[] => {
          const kept = docs[doc]
          if (kept === undefined) return []
          const places = Math.max(placesAgree(asked, kept, counts), copyOf(plain[doc] ?? 0, tuning))
          const days = Math.abs(kept.matter.at.getTime() - asked.matter.at.getTime()) / DAY_MS
          const score =
            (widened[doc] ?? 0) *
            (tuning.noPlace + places) *
            nearness(days, tuning) *
            byFields(asked.matter, kept.matter)
          return [
            {
              id: kept.matter.id,
              score,
              sharedPlaces: asked.names.filter((name) => kept.names.includes(name)),
            },
          ]
        })
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
    },
  }
}
