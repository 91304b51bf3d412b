/**
 * Words by how they sound: the stretches of two to four characters in the entries' questions, by their pinyin without
 * tones and by its initials. Finds 医保 by `yibao`, 社保卡 by `sbk`, and by characters that sound alike (是保卡).
 */
import { pinyin } from 'pinyin-pro'
import { isWord } from './dictionary'

const LONGEST = 4
/** A part that is typed in letters stands for so many words at most. */
const MOST_WORDS = 3
/** So many questions are read for one query, so that nobody waits for fifty thousand. */
const AT_ONCE = 2000
/** A word that is asked for less often may be no word at all, only characters that happened to meet; by length. */
const OFTEN = 3
const often = (length: number): number => (length >= LONGEST ? 2 : OFTEN)
const HAN_RUN = /\p{Script=Han}{2,}/gu

const syllablesOf = (run: string): string[] =>
  pinyin(run, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase())

/** Every stretch of 2…LONGEST characters of a run, with its syllables. */
const stretches = function* (run: string): Generator<{ word: string; sounds: string[]; at: number }> {
  const signs = [...run]
  const syllables = syllablesOf(run)
  if (syllables.length !== signs.length) return
  for (let length = Math.min(LONGEST, signs.length); length >= 2; length -= 1)
    for (let at = 0; at + length <= signs.length; at += 1)
      yield {
        word: signs.slice(at, at + length).join(''),
        sounds: syllables.slice(at, at + length),
        at,
      }
}

type Words = Map<string, number>

const count = (words: Map<string, Words>, key: string, word: string): void => {
  const own = words.get(key) ?? new Map<string, number>()
  own.set(word, (own.get(word) ?? 0) + 1)
  words.set(key, own)
}

/** Words first: characters that only happened to meet (打学 of 拨打学校电话) are none, however often they did. */
const likeliest = (words: Words | undefined): string[] =>
  [...(words ?? [])]
    .sort((a, b) => Number(isWord(b[0])) - Number(isWord(a[0])) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word)

export class Sounds {
  /** How often the questions have a word. */
  private readonly known: Words = new Map()
  private readonly bySound = new Map<string, Words>()
  private readonly byInitials = new Map<string, Words>()
  /** Read only when somebody types letters or misspells: most cities' imports are never asked that way. */
  private readonly unread: string[] = []

  learn(question: string): void {
    if (question !== '') this.unread.push(question)
  }

  /** What letters may stand for, likeliest first: `yibao`, `yi bao`, `sbk`; empty where they are no sound of a word. */
  read(letters: string): string[] {
    const typed = letters.normalize('NFKC').toLowerCase().replace(/[\s']/g, '')
    if (!/^[a-z]{2,40}$/.test(typed)) return []
    this.catchUp()
    const whole = likeliest(this.bySound.get(typed))
    if (whole.length > 0) return whole
    const initials = typed.length <= LONGEST ? likeliest(this.byInitials.get(typed)) : []
    if (initials.length > 0) return initials
    const words = this.divide(typed)
    return words === undefined ? [] : [words.join(' ')]
  }

  /** The query with what is no word replaced by a word that sounds alike; undefined where there is nothing to replace. */
  respell(query: string): string | undefined {
    this.catchUp()
    const respelled = query.replace(HAN_RUN, (run) => {
      const all = [...stretches(run)]
      const placesOf = ({ at, word }: (typeof all)[number]) => [...word].map((_, i) => at + i)
      const right = new Set(all.filter(({ word }) => isWord(word)).flatMap(placesOf))
      const done = new Set<number>()
      const signs = [...run]
      for (const stretch of all) {
        const places = placesOf(stretch)
        const better = this.soundsLike(stretch.sounds)
        if (better === undefined || places.some((i) => done.has(i))) continue
        if (!this.isVariant(stretch.word, better) && places.some((i) => right.has(i))) continue
        ;[...better].forEach((sign, i) => {
          signs[stretch.at + i] = sign
        })
        for (const i of places) done.add(i)
      }
      return signs.join('')
    })
    return respelled === query ? undefined : respelled
  }

  /** A word, or what the questions have again and again, such as a name. Any two characters meet often. */
  private isKnown(stretch: string): boolean {
    return isWord(stretch) || (stretch.length > 2 && (this.known.get(stretch) ?? 0) >= OFTEN)
  }

  /** What sounds like a word of three and more characters that is asked for again and again is that, spelt otherwise (身分证). */
  private isVariant(word: string, better: string): boolean {
    return word !== better && better.length >= 3 && isWord(better) && (this.known.get(better) ?? 0) >= OFTEN
  }

  private soundsLike(sounds: readonly string[]): string | undefined {
    const [best] = likeliest(this.bySound.get(sounds.join('')))
    return best !== undefined && this.isKnown(best) ? best : undefined
  }

  /**
   * The query with one wrong character put right, where those beside it leave no other choice: the questions use that
   * word again and again, and have no other that differs from it there. Most words that the entries do not have are no
   * slips (聋人 is not 骗人), so this is only worth asking back.
   */
  oneSlip(query: string): string | undefined {
    const signs = [...query.trim()]
    if (!/^\p{Script=Han}{3,8}$/u.test(query.trim())) return undefined
    this.catchUp()
    for (let length = Math.min(LONGEST, signs.length); length >= 3; length -= 1)
      for (let at = 0; at + length <= signs.length; at += 1) {
        const written = signs.slice(at, at + length)
        const asWritten = written.join('')
        const isRight = this.known.has(asWritten) || isWord(asWritten)
        const word = isRight ? undefined : this.onlyWordLike(written)
        if (word !== undefined) return [...signs.slice(0, at), word, ...signs.slice(at + length)].join('')
      }
    return undefined
  }

  /** The word with one other character, where it is often asked for and nothing else fits into any of the gaps. */
  private onlyWordLike(written: readonly string[]): string | undefined {
    const fitting = [...this.known].filter(
      ([word]) =>
        word.length === written.length && written.filter((sign, i) => word[i] !== sign).length === 1,
    )
    const [only] = fitting
    return fitting.length === 1 && only !== undefined && only[1] >= often(written.length)
      ? only[0]
      : undefined
  }

  /** Letters as words one after the other, the longest first. */
  private divide(typed: string): string[] | undefined {
    const rest: (string[] | undefined)[] = Array.from({ length: typed.length + 1 })
    rest[typed.length] = []
    for (let start = typed.length - 2; start >= 0; start -= 1)
      for (let end = typed.length; end >= start + 2; end -= 1) {
        const after = rest[end]
        const [word] = after === undefined ? [] : likeliest(this.bySound.get(typed.slice(start, end)))
        if (after === undefined || word === undefined) continue
        const shortest = rest[start]
        if (shortest === undefined || after.length + 1 < shortest.length) rest[start] = [word, ...after]
      }
    return rest[0]
  }

  private catchUp(): void {
    for (const question of this.unread.splice(0, AT_ONCE))
      for (const [run] of question.matchAll(HAN_RUN))
        for (const { word, sounds } of stretches(run)) {
          this.known.set(word, (this.known.get(word) ?? 0) + 1)
          count(this.bySound, sounds.join(''), word)
          count(this.byInitials, sounds.map((sound) => sound.charAt(0)).join(''), word)
        }
  }
}
