/**
 * The portal's own engine: an index in memory per city (`ownSearch.ts` puts it behind the port). Many candidates come
 * from the postings (`textIndex.ts`); a closer look at each (`features.ts`, `fieldScore.ts`) puts them in order, and
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
  asPhrase,
  isRelevant,
  STORY_TERMS,
  type Match,
  type Phrase,
  type Weight,
  weightBy,
  type Weights,
} from '../rules/relevance'
import { otherNames, type Synonyms } from '../rules/synonyms'
import { terms as termsOf } from '../rules/tokens'
import { makeLook } from './features'
import { askingTerms } from './queryShape'
import { FieldLengths, fieldScore, type Fields, fieldsOf, type FieldTerm } from './fieldScore'
import { Sounds } from './sounds'
import { Suggestions } from './suggestions'
import { TextIndex } from './textIndex'
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
/** From so many entries on, a character that every tenth question has leads nowhere. */
const MANY = 1000
const COMMON_PART = 0.1

/** A number or Latin word at the end of a query may be half typed: 1231 finds 12315. */
const isHalfTyped = (term: string | undefined): term is string => /^[\da-z]{2,}$/.test(term ?? '')

interface Held {
  readonly entry: SearchableEntry
  readonly place: number
  readonly fields: Fields
  phrases?: readonly Phrase[]
}

const questionsOf = (entry: SearchableEntry): string[] =>
  [entry.title, ...entry.phrasings].filter((question) => question !== '')

const admits = (entry: SearchableEntry, { topic, district, audience }: SearchScope): boolean =>
  (topic === undefined || entry.topic === topic) &&
  (district === undefined || entry.districts === undefined || entry.districts.includes(district)) &&
  (audience === undefined || entry.audience === undefined || entry.audience.includes(audience))

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

/** Evidence must lie in what is asked about, not in how it is asked. */
const withoutAsking = (weights: Weights, asking: ReadonlySet<string>): Weights => ({
  ...weights,
  term: (term) => (asking.has(term) ? 0 : weights.term(term)),
})

class CityIndex {
  private readonly texts = new TextIndex()
  private readonly byId = new Map<string, Held>()
  private readonly byPlace = new Map<number, Held>()
  private readonly lengths = new FieldLengths()
  private readonly sounds = new Sounds()
  private readonly suggestions = new Suggestions()
  /** Character → places of the entries in whose questions it stands. */
  private readonly characters = new Map<number, Set<number>>()

  constructor(private readonly synonyms: Synonyms) {}

  put(entry: SearchableEntry): void {
    this.remove(entry.id)
    const fields = fieldsOf(entry, this.texts.vocabulary)
    const text = [entry.title, ...entry.phrasings, entry.shortAnswer, entry.body].join('\n')
    const place = this.texts.add(text)
    const questions = questionsOf(entry)
    for (const question of questions) this.sounds.learn(question)
    this.suggestions.put(entry.id, questions)
    const held = { entry, place, fields }
    this.byId.set(entry.id, held)
    this.byPlace.set(place, held)
    this.lengths.count(fields, 1)
    for (const code of fields.characters) {
      const places = this.characters.get(code)
      if (places) places.add(place)
      else this.characters.set(code, new Set([place]))
    }
  }

  remove(id: string): void {
    const held = this.byId.get(id)
    if (!held) return
    this.texts.remove(held.place)
    this.suggestions.remove(id)
    this.byId.delete(id)
    this.byPlace.delete(held.place)
    this.lengths.count(held.fields, -1)
    for (const code of held.fields.characters) this.characters.get(code)?.delete(held.place)
  }

  /** What was typed; where nothing answers that, what it sounds like, and what was probably meant. */
  answer(text: string, scope: SearchScope): SearchAnswer {
    const direct = this.find(text, scope)
    if (direct.length > 0 || text.length > SHORT) return { hits: direct }
    const hits = new Map<string, SearchHit>()
    let meant: string | undefined
    for (const words of this.meanings(text)) {
      const found = this.find(words, scope)
      if (found.length > 0) meant ??= words
      for (const hit of found) if (!hits.has(hit.id)) hits.set(hit.id, hit)
    }
    if (meant === undefined) {
      // A slip may as well be another word: it is only asked back.
      const slip = this.sounds.oneSlip(text)
      if (slip !== undefined && this.find(slip, scope).length > 0) meant = slip
    }
    return { hits: [...hits.values()].slice(0, scope.limit), meant }
  }

  suggest(typed: string, scope: SearchScope): SuggestedQuestion[] {
    return this.suggestions.find(typed, scope.limit, (id) => {
      const held = this.byId.get(id)
      return held !== undefined && admits(held.entry, scope)
    })
  }

  private meanings(text: string): string[] {
    const respelled = this.sounds.respell(text)
    return [...this.sounds.read(text), ...(respelled === undefined ? [] : [respelled])]
  }

  private find(text: string, scope: SearchScope): SearchHit[] {
    const query = asPhrase(text)
    if (query.terms.length === 0) return []
    const ranked = this.rank(text, query, scope)
    const tail = query.terms.length >= STORY_TERMS ? STORY_TAIL : TAIL
    const weights = withoutAsking(this.weights(), askingTerms(text))
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
    return this.texts.vocabulary.known(term)
  }

  private rarityOf(id: number): number {
    return rarity(this.texts.holdersOf(id), this.texts.size)
  }

  private weights(): Weights {
    const total = this.texts.size
    return {
      term: remembered(weightBy({ get: (term) => this.texts.holdersOf(this.idOf(term)) }, total)),
      character: remembered(
        weightBy({ get: (sign) => this.characters.get(sign.charCodeAt(0))?.size }, total),
      ),
    }
  }

  private phrasesOf(held: Held): readonly Phrase[] {
    held.phrases ??= questionsOf(held.entry).map(asPhrase)
    return held.phrases
  }

  /** Entries that share characters with the query in their questions, those that share most first. */
  private byCharacters(
    characters: ReadonlyMap<number, number>,
    admitted: (place: number) => boolean,
  ): number[] {
    const shared = new Map<number, number>()
    for (const [code, weight] of characters) {
      const places = this.characters.get(code)
      if (!places || (this.texts.size > MANY && places.size > COMMON_PART * this.texts.size)) continue
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + weight)
    }
    return [...shared]
      .filter(([place]) => admitted(place))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, CANDIDATES)
      .map(([place]) => place)
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
    const { texts } = this
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
        return [code, rarity(this.characters.get(code)?.size ?? 0, texts.size)] as const
      }),
    )
    const nameOf = new Map([...query.terms, ...synonyms, ...longer].map((term) => [this.idOf(term), term]))
    const names = (ids: Iterable<number>): Set<string> =>
      new Set([...ids].flatMap((id) => nameOf.get(id) ?? []))

    const admitted = (place: number): boolean => {
      const held = this.byPlace.get(place)
      return held !== undefined && admits(held.entry, scope)
    }
    const wanted = [...weighted.terms, ...others.map(({ id, weight }) => [id, weight] as const)]
    const places = new Set([
      ...texts.best(wanted, CANDIDATES, admitted),
      ...this.byCharacters(characters, admitted),
    ])
    const look = makeLook(
      weighted,
      texts,
      others.map(({ id }) => id),
    )
    const partCovered = this.partCovered(query)
    const means = this.lengths.means()
    const parts = fieldTerms.length + characters.size
    const ranked: Ranked[] = []
    for (const place of places) {
      const held = this.byPlace.get(place)
      const encoded = texts.textAt(place)
      if (!held || !encoded) continue
      const { features, found } = look(encoded)
      const fields = fieldScore(held.fields, fieldTerms, characters, found, means)
      const byFields = (fields.score / parts) * Math.max(UNCOVERED, partCovered(found))
      ranked.push({
        held,
        byFields,
        score: byFields + LIKELINESS * likeliness(features, weighted.shape),
        match: () => ({
          query,
          synonyms,
          inQuestion: names(fields.inQuestion),
          anywhere: names(found.keys()),
          phrases: this.phrasesOf(held),
          withoutQuestion: this.phrasesOf(held).length === 0,
        }),
      })
    }
    return ranked.sort((a, b) => b.score - a.score || (a.held.entry.id < b.held.entry.id ? -1 : 1))
  }
}

export interface SearchIndex {
  readonly answer: (query: string, scope: SearchScope) => SearchAnswer
  /** The hits of the answer. */
  readonly search: (query: string, scope: SearchScope) => readonly SearchHit[]
  readonly suggest: (typed: string, scope: SearchScope) => readonly SuggestedQuestion[]
  readonly put: (entries: readonly SearchableEntry[]) => void
  readonly remove: (city: string, ids: readonly string[]) => void
}

/** Indexes the entries; a city that has none is searched in vain. `synonymsOf`: other names of things, by city. */
export const createSearchIndex = (
  entries: readonly SearchableEntry[] = [],
  synonymsOf: (city: string) => Synonyms = () => [],
): SearchIndex => {
  const cities = new Map<string, CityIndex>()
  const put = (more: readonly SearchableEntry[]): void => {
    for (const entry of more) {
      const city = cities.get(entry.city) ?? new CityIndex(synonymsOf(entry.city))
      cities.set(entry.city, city)
      city.put(entry)
    }
  }
  put(entries)
  const answer = (query: string, scope: SearchScope): SearchAnswer =>
    cities.get(scope.city)?.answer(query, scope) ?? { hits: [] }
  return {
    answer,
    search: (query, scope) => answer(query, scope).hits,
    suggest: (typed, scope) => cities.get(scope.city)?.suggest(typed, scope) ?? [],
    put,
    remove: (city, ids) => {
      for (const id of ids) cities.get(city)?.remove(id)
    },
  }
}
