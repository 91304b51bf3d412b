import type { Language } from '@jiesu/shared-types/vocabulary'
import { markLanguage } from '../platform/pageLanguage'
import { createStore, useStore } from '../stores/store'
import type * as English from './en'
import { readEnglish } from './readEnglish'

/**
 * What a catalogue of another language has to have: the same keys, texts where there are texts, and functions that
 * take the same arguments.
 */
export type Words<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Words<Said>
    : T extends readonly (infer Part)[]
      ? readonly Words<Part>[]
      : { readonly [Key in keyof T]: Words<T[Key]> }

type Name = keyof typeof English
interface Live {
  readonly name: Name
  readonly zh: object
  readonly live: object
}

const catalogues: Live[] = []
let english: typeof English | undefined
let now: Language = 'zh-CN'
/** What is spoken now: what was chosen, and Chinese at the desk. */
const spoken = createStore<Language>(now)

const fill = ({ name, zh, live }: Live): void =>
  void Object.assign(live, now === 'en' && english !== undefined ? english[name] : zh)

/**
 * A catalogue that always speaks the present language. Read its words where they are shown (`words.title` in a
 * component or function); a constant of a module would keep the language of the moment in which it was made.
 */
export const inLanguage = <N extends Name>(
  name: N,
  zh: (typeof English)[N] & object,
): (typeof English)[N] => {
  const catalogue = { name, zh, live: {} }
  catalogues.push(catalogue)
  fill(catalogue)
  return catalogue.live as (typeof English)[N]
}

export const spokenLanguage = (): Language => spoken.get()
/** The language spoken now, for what has to be read or said anew when it changes. */
export const useSpokenLanguage = (): Language => useStore(spoken)

let wanted: Language = now

/**
 * Speaks a language from now on.
 * @throws when its words could not be fetched; the former language then stays.
 */
export const speak = async (language: Language): Promise<void> => {
  wanted = language
  if (language === 'en') english ??= await readEnglish()
  // Asked for another one meanwhile.
  if (wanted !== language || now === language) return
  now = language
  catalogues.forEach(fill)
  markLanguage(language)
  spoken.set(language)
}
