/**
 * One city's entries, searched. Many candidates come from the postings (`textIndex.ts`) and from shared characters
 * (`cityEntries.ts`); a closer look at each (`features.ts`, `fieldScore.ts`) puts them in order, and
 * `rules/relevance.ts` says which of them are worth showing.
 */
import type {
  SearchableEntry,
  SearchAnswer,
  SearchHit,
  SearchScope,
  SuggestedQuestion,
} from '../knowledgeSearch'
import {
  aboutSubject,
  asPhrase,
  isRelevant,
  numberNamed,
  STORY_TERMS,
  type Match,
  type Phrase,
  type Weight,
  weightBy,
  type Weights,
} from '../rules/relevance'
import { otherNames, type Synonyms } from '../rules/synonyms'
import { terms as termsOf } from '../rules/tokens'
import { CityEntries, type Held, questionsOf } from './cityEntries'
import { hasNoWords } from './dictionary'
import { makeLook } from './features'
import { fieldScore, type FieldTerm } from './fieldScore'
import { queryParts } from './queryShape'
import { Sounds } from './sounds'
import { Suggestions } from './suggestions'
import { rarity, weigh } from './weighQuery'
import { likeliness } from './weights'

/** So many texts are looked at closely. */
export const CANDIDATES = 40
/** A synonym counts less than the word that was typed. */
const SYNONYM_WEIGHT = 0.5
/** The least part of its score that an entry keeps when it holds few of the query's words, or only their characters. */
const UNCOVERED = 0.35
/** What the learned judgement of the whole text counts beside the score of the fields. */
const LIKELINESS = 1.3
/** A hit with less than this part of the best hit's field score is noise beside it; in a story more so. */
const TAIL = 0.2
const STORY_TAIL = 0.4
/** Characters of a query that may be pinyin, or a slip of the input method. */
const SHORT = 40

/** What sounds like the query must be answered so much better than the query itself. */
const CLEARLY = 1.15
/** In more characters than these, what is no word is mostly somebody's or some place's name. */
const SENTENCE = 14
const scoreOf = ([best]: readonly SearchHit[]): number => best?.score ?? 0

/** A number or Latin word at the end of a query may be half typed: 1231 finds 12315. */
const isHalfTyped = (term: string | undefined): term is string => /^[\da-z]{2,}$/.test(term ?? '')

interface Ranked {
  readonly held: Held
  readonly score: number
  readonly byFields: number
  /** Made only for those that come near the answer. */
  readonly match: () => Match
}

/** What one query asks again and again is computed once. */
const remembered = (weight: Weight): Weight => {
  const known = new Map<string, number>()
  return (term) => {
    const before = known.get(term)
    if (before !== undefined) return before
    const now = weight(term)
    known.set(term, now)
    return now
  }
}

export class CityIndex {
  private readonly entries = new CityEntries()
  private readonly sounds = new Sounds()
  private readonly suggestions = new Suggestions()

  constructor(private readonly synonyms: Synonyms) {}

  put(entry: SearchableEntry): void {
    this.remove(entry.id)
    this.entries.add(entry)
    const questions = questionsOf(entry)
    for (const question of questions) this.sounds.learn(question)
    this.suggestions.put(entry.id, questions)
  }

  remove(id: string): void {
    this.entries.remove(id)
    this.suggestions.remove(id)
  }

  /**
   * What was typed, or what it sounds like where that is answered better; where nothing answers either, what was
   * probably meant.
   */
  answer(text: string, scope: SearchScope): SearchAnswer {
    const direct = this.find(text, scope)
    if (text.length > SHORT) return { hits: direct }
    // Questions are read aloud only for those who need it, thousands of imported titles above all.
    const mayBeSlip = text.length <= SENTENCE && (direct.length === 0 || hasNoWords(text))
    const respelled = mayBeSlip ? this.sounds.respell(text) : undefined
    if (respelled !== undefined) {
      const better = this.find(respelled, scope)
      if (scoreOf(better) > CLEARLY * scoreOf(direct)) return { hits: better, meant: respelled }
    }
    if (direct.length > 0) return { hits: direct }
    const readings = this.sounds.read(text)
    const found = readings.map((words) => this.find(words, scope))
    const hits = new Map(found.flat().map((hit) => [hit.id, hit]))
    // A slip may as well be another word: it is only asked back.
    const slip = hits.size > 0 ? undefined : this.sounds.oneSlip(text)
    const meant =
      slip === undefined
        ? readings.find((_, i) => (found[i] ?? []).length > 0)
        : this.find(slip, scope).length > 0
          ? slip
          : undefined
    return { hits: [...hits.values()].slice(0, scope.limit), meant }
  }

  suggest(typed: string, scope: SearchScope): SuggestedQuestion[] {
    const { entries } = this
    return this.suggestions.find(typed, scope.limit, (id) => entries.isAdmitted(entries.withId(id), scope))
  }

  private find(text: string, scope: SearchScope): SearchHit[] {
    const query = asPhrase(text)
    if (query.terms.length === 0) return []
    const ranked = this.rank(text, query, scope)
    const tail = query.terms.length >= STORY_TERMS ? STORY_TAIL : TAIL
    const weights = aboutSubject(this.weights(), queryParts(text))
    const hits: SearchHit[] = []
    let best = 0
    for (const { held, score, byFields, match: makeMatch } of ranked) {
      if (hits.length >= scope.limit) break
      if (byFields < tail * best) continue
      const match = makeMatch()
      if (!isRelevant(match, weights)) continue
      best = Math.max(best, byFields)
      hits.push({ id: held.entry.id, score, found: match.anywhere })
    }
    return hits
  }

  private idOf(term: string): number {
    return this.entries.texts.vocabulary.known(term)
  }

  private rarityOf(id: number): number {
    const { texts } = this.entries
    return rarity(texts.holdersOf(id), texts.size)
  }

  private weights(): Pick<Weights, 'term' | 'character'> {
    const { entries } = this
    const { texts } = entries
    return {
      term: remembered(weightBy({ get: (term) => texts.holdersOf(this.idOf(term)) }, texts.size)),
      character: remembered(
        weightBy({ get: (sign) => entries.holdersOfCharacter(sign.charCodeAt(0)) }, texts.size),
      ),
    }
  }

  /** The part of the query's weight that is found, 0…1, as `coverage` says it, for many texts. */
  private partCovered(query: Phrase): (found: ReadonlyMap<number, number>) => number {
    const weight = this.weights().term
    const terms = query.terms.map((term) => ({ id: this.idOf(term), weight: weight(term) }))
    const all = terms.reduce((sum, term) => sum + term.weight, 0)
    return (found) => {
      if (all === 0) return 0
      let sum = 0
      for (const term of terms) if (found.has(term.id)) sum += term.weight
      return sum / all
    }
  }

  private rank(text: string, query: Phrase, scope: SearchScope): Ranked[] {
    const { entries } = this
    const { texts, lengths } = entries
    const weighted = weigh(text, texts)
    const synonyms = [...new Set(otherNames(text, this.synonyms).flatMap(termsOf))].filter(
      (term) => !query.terms.includes(term),
    )
    const last = query.terms.at(-1)
    const longer = isHalfTyped(last) ? texts.vocabulary.longer(last) : []
    const asTerms = (list: readonly string[], part: number): FieldTerm[] =>
      list.flatMap((term) => {
        const id = this.idOf(term)
        return id < 0 ? [] : [{ id, weight: part * this.rarityOf(id) }]
      })
    const others = [...asTerms(synonyms, SYNONYM_WEIGHT), ...asTerms(longer, SYNONYM_WEIGHT)]
    const fieldTerms = [...asTerms(query.terms, 1), ...others]
    const characters = new Map(
      query.characters.map((sign) => {
        const code = sign.charCodeAt(0)
        return [code, entries.rarityOfCharacter(code)] as const
      }),
    )
    const nameOf = new Map([...query.terms, ...synonyms, ...longer].map((term) => [this.idOf(term), term]))
    const names = (ids: Iterable<number>): Set<string> =>
      new Set([...ids].flatMap((id) => nameOf.get(id) ?? []))

    const admitted = (place: number): boolean => entries.isAdmitted(entries.at(place), scope)
    const wanted = [...weighted.terms, ...others.map(({ id, weight }) => [id, weight] as const)]
    const places = new Set([
      ...texts.best(wanted, CANDIDATES, admitted),
      ...entries.byCharacters(characters, CANDIDATES, admitted),
    ])
    const look = makeLook(
      weighted,
      texts,
      others.map(({ id }) => id),
    )
    const partCovered = this.partCovered(query)
    const means = lengths.means()
    const parts = fieldTerms.length + characters.size
    const ranked: Ranked[] = []
    for (const place of places) {
      const held = entries.at(place)
      const encoded = texts.textAt(place)
      if (!held || !encoded) continue
      const { features, found } = look(encoded)
      const fields = fieldScore(held.fields, fieldTerms, characters, found, means)
      const asked = numberNamed(text, held.entry.title)
      const byFields = asked * (fields.score / parts) * Math.max(UNCOVERED, partCovered(found))
      ranked.push({
        held,
        byFields,
        score: byFields + LIKELINESS * likeliness(features, weighted.shape),
        match: () => ({
          query,
          synonyms,
          inQuestion: names(fields.inQuestion),
          anywhere: names(found.keys()),
          phrases: entries.phrasesOf(held),
          withoutQuestion: entries.phrasesOf(held).length === 0,
        }),
      })
    }
    return ranked.sort((a, b) => b.score - a.score || (a.held.entry.id < b.held.entry.id ? -1 : 1))
  }
}
