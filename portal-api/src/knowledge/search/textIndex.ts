/**
 * The inverted index: who holds a term how often, and every text as numbers for a closer look. Texts come and go one by
 * one; the place of one that went is left empty, and its postings are passed over, until a quarter is empty and the
 * postings are written anew.
 */
import { Best } from './best'
import { type Encoded, encode, Vocabulary } from './encode'
import { provincesAtBeginning } from './provinces'

/** A posting is the text's place and, in the low byte, how often the term stands in it (255 at most). */
const MOST_OFTEN = 255
const EMPTY_PART = 0.25

const countUp = (counts: Uint32Array, at: number, by: number): void => {
  counts[at] = (counts[at] ?? 0) + by
}

/** A text as the index holds it. */
export interface IndexedText extends Encoded {
  /** The provinces that its beginning names. */
  readonly provinces: readonly string[]
}

export class TextIndex {
  readonly vocabulary = new Vocabulary()
  /** Undefined where a text was removed. */
  private readonly texts: (IndexedText | undefined)[] = []
  /** Terms of the text at a place, 0 where there is none: what a posting needs to know of its text, close together. */
  private lengths = new Uint32Array(1024)
  private postings: number[][] = []
  private holders: number[] = []
  private readonly characterHolders = new Uint32Array(65_536)
  private readonly free: number[] = []
  private scores = new Float64Array(1024)
  /** Places with a score, in no order. */
  private touched = new Uint32Array(1024)
  private emptied = 0
  private termsInAll = 0
  private charactersInAll = 0
  /** Texts in the index. */
  size = 0

  /** @returns the text's place, by which it is removed. */
  add(text: string): number {
    const encoded = { ...encode(text, this.vocabulary), provinces: provincesAtBeginning(text) }
    const place = this.free.pop() ?? this.texts.length
    this.texts[place] = encoded
    this.makeRoom()
    this.lengths[place] = encoded.terms.length
    this.size += 1
    this.termsInAll += encoded.terms.length
    this.charactersInAll += encoded.characters.length
    this.post(place, encoded)
    this.countHolders(encoded, 1)
    return place
  }

  remove(place: number): void {
    const encoded = this.texts[place]
    if (!encoded) return
    this.texts[place] = undefined
    this.lengths[place] = 0
    this.size -= 1
    this.emptied += 1
    this.termsInAll -= encoded.terms.length
    this.charactersInAll -= encoded.characters.length
    this.countHolders(encoded, -1)
    if (this.emptied > EMPTY_PART * (this.size + 4)) this.writeAnew()
  }

  textAt(place: number): IndexedText | undefined {
    return this.texts[place]
  }

  /** How many texts hold the term. */
  holdersOf(term: number): number {
    return this.holders[term] ?? 0
  }

  holdersOfCharacter(code: number): number {
    return this.characterHolders[code] ?? 0
  }

  /** Mean number of terms of a text. */
  get meanLength(): number {
    return this.size === 0 ? 1 : Math.max(1, this.termsInAll / this.size)
  }

  get meanCharacters(): number {
    return this.size === 0 ? 1 : Math.max(1, this.charactersInAll / this.size)
  }

  /**
   * The places of the `most` texts with the best BM25 score for the weighted terms, best first; ties by place.
   * `admits` says which texts may be found.
   */
  best(
    weighted: Iterable<readonly [term: number, weight: number]>,
    most: number,
    admits: (place: number) => boolean,
  ): number[] {
    const { scores, touched, lengths } = this
    const longer = 0.6 / this.meanLength
    let count = 0
    for (const [term, weight] of weighted) {
      if (term < 0 || weight <= 0) continue
      const postings = this.postings[term] ?? []
      // Every query walks through some twenty thousand postings here, with fifty thousand texts.
      for (let i = 0; i < postings.length; i += 1) {
        const posting = postings[i] ?? 0
        const place = posting >>> 8
        const length = lengths[place] ?? 0
        if (length === 0) continue
        const often = posting & MOST_OFTEN
        const before = scores[place] ?? 0
        if (before === 0) {
          touched[count] = place
          count += 1
        }
        scores[place] = before + weight * (0.5 + (often * 2.2) / (often + 0.6 + longer * length))
      }
    }
    const best = new Best(most)
    for (let i = 0; i < count; i += 1) {
      const place = touched[i] ?? 0
      const score = scores[place] ?? 0
      scores[place] = 0
      if (best.takes(place, score) && admits(place)) best.add(place, score)
    }
    return best.list()
  }

  private makeRoom(): void {
    if (this.texts.length <= this.lengths.length) return
    const lengths = new Uint32Array(this.texts.length * 2)
    lengths.set(this.lengths)
    this.lengths = lengths
    this.scores = new Float64Array(lengths.length)
    this.touched = new Uint32Array(lengths.length)
  }

  private post(place: number, { terms }: Encoded): void {
    const often = new Map<number, number>()
    for (const term of terms) if (term >= 0) often.set(term, (often.get(term) ?? 0) + 1)
    for (const [term, count] of often) {
      const posting = place * 256 + Math.min(MOST_OFTEN, count)
      const others = this.postings[term]
      if (others) others.push(posting)
      else this.postings[term] = [posting]
    }
  }

  private countHolders({ terms, characters }: Encoded, by: 1 | -1): void {
    for (const term of new Set(terms)) if (term >= 0) this.holders[term] = (this.holders[term] ?? 0) + by
    for (const code of new Set(characters)) if (code > 0) countUp(this.characterHolders, code, by)
  }

  private writeAnew(): void {
    this.postings = []
    this.free.length = 0
    this.emptied = 0
    this.texts.forEach((encoded, place) => {
      if (encoded) this.post(place, encoded)
      else this.free.push(place)
    })
  }
}
