/** What is held of a city's entries, so that they can be found by their words and by the characters of their questions. */
import type { SearchableEntry, SearchScope } from '../knowledgeSearch'
import { asPhrase, type Phrase } from '../rules/relevance'
import { FieldLengths, type Fields, fieldsOf } from './fieldScore'
import { TextIndex } from './textIndex'
import { rarity } from './weighQuery'

/** From so many entries on, a character that every tenth question has leads nowhere. */
const MANY = 1000
const COMMON_PART = 0.1

export interface Held {
  readonly entry: SearchableEntry
  readonly place: number
  readonly fields: Fields
  phrases?: readonly Phrase[]
}

/** The question and its phrasings; texts of replies have none. */
export const questionsOf = (entry: SearchableEntry): string[] =>
  [entry.title, ...entry.phrasings].filter((question) => question !== '')

const admits = (entry: SearchableEntry, { topic, district, audience }: SearchScope): boolean =>
  (topic === undefined || entry.topic === topic) &&
  (district === undefined || entry.districts === undefined || entry.districts.includes(district)) &&
  (audience === undefined || entry.audience === undefined || entry.audience.includes(audience))

export class CityEntries {
  readonly texts = new TextIndex()
  readonly lengths = new FieldLengths()
  private readonly byId = new Map<string, Held>()
  private readonly byPlace = new Map<number, Held>()
  /** Character → places of the entries in whose questions it stands. */
  private readonly characters = new Map<number, Set<number>>()

  /** Holds an entry that is not held yet. */
  add(entry: SearchableEntry): void {
    const fields = fieldsOf(entry, this.texts.vocabulary)
    const text = [entry.title, ...entry.phrasings, entry.shortAnswer, entry.body].join('\n')
    const place = this.texts.add(text)
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
    this.byId.delete(id)
    this.byPlace.delete(held.place)
    this.lengths.count(held.fields, -1)
    for (const code of held.fields.characters) this.characters.get(code)?.delete(held.place)
  }

  at(place: number): Held | undefined {
    return this.byPlace.get(place)
  }

  /** Whether the entry is held, and within the topic, district and audience that are asked for. */
  isAdmitted(held: Held | undefined, scope: SearchScope): held is Held {
    return held !== undefined && admits(held.entry, scope)
  }

  withId(id: string): Held | undefined {
    return this.byId.get(id)
  }

  phrasesOf(held: Held): readonly Phrase[] {
    held.phrases ??= questionsOf(held.entry).map(asPhrase)
    return held.phrases
  }

  /** In how many entries' questions the character stands. */
  holdersOfCharacter(code: number): number {
    return this.characters.get(code)?.size ?? 0
  }

  rarityOfCharacter(code: number): number {
    return rarity(this.holdersOfCharacter(code), this.texts.size)
  }

  /** Places of at most so many entries that share characters with the query in their questions, most shared first. */
  byCharacters(
    characters: ReadonlyMap<number, number>,
    most: number,
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
      .slice(0, most)
      .map(([place]) => place)
  }
}
