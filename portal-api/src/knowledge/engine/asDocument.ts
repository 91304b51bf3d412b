/** An entry as the engine holds it: its texts, and what they are found by that no plugin has to work out. */
import { createHash } from 'node:crypto'
import type { SearchableEntry } from '../knowledgeSearch'
import { characters } from '../rules/tokens'
import { fold, hear, LONGEST_QUESTION, muffle } from '../search/suggestions'

/** Signs of a title that are read aloud: those of documents are long. */
const READ_ALOUD = 60
/** Longer than anybody types letters. */
const LONGEST_SOUND = 40

export const keyOf = (city: string, id: string): string => `${city}/${id}`

/** Tells an entry's text from any other; two portals with the same entry agree on it. */
export const digestOf = (entry: SearchableEntry): string => {
  const { id, city, topic, title, phrasings, shortAnswer, body, districts = [], audience = [] } = entry
  const all = [id, city, topic, title, phrasings, shortAnswer, body, districts, audience]
  return createHash('sha256').update(JSON.stringify(all)).digest('base64url')
}

const distinct = (list: readonly string[]): string[] => [...new Set(list)]

const endings = (text: string): string[] => {
  const signs = [...text]
  return signs.map((_, i) => signs.slice(i).join(''))
}

/** How a question sounds from each of its syllables on, as many speakers say it. */
const soundsOf = (question: string): { readonly heard: string[]; readonly initials: string[] } => {
  const { sound, starts, initials } = hear([...fold(question)].slice(0, READ_ALOUD).join(''))
  return {
    heard: [...starts].map((start) => muffle(sound.slice(start)).slice(0, LONGEST_SOUND)),
    initials: endings(initials).map((ending) => ending.slice(0, LONGEST_SOUND)),
  }
}

/** Every field is always there: what is absent must replace what was there before. */
export const asDocument = (entry: SearchableEntry): Readonly<Record<string, string | readonly string[]>> => {
  const { id, city, topic, title, phrasings, shortAnswer, body, districts = [], audience = [] } = entry
  const questions = [title, ...phrasings].filter((question) => question !== '')
  const short = questions.filter((question) => question.length <= LONGEST_QUESTION).map(fold)
  const sounds = questions.map(soundsOf)
  return {
    key: keyOf(city, id),
    city,
    topic,
    districts,
    audience,
    title,
    phrasings,
    shortAnswer,
    body,
    characters: characters(questions.join('\n')),
    begins: distinct(short),
    holds: distinct(short.flatMap(endings)),
    heard: distinct(sounds.flatMap(({ heard }) => heard)),
    initials: distinct(sounds.flatMap(({ initials }) => initials)),
    digest: digestOf(entry),
  }
}
