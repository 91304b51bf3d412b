/**
 * Questions that begin, or go on, like what is being typed: by characters, by pinyin (`shenfen`, also with the slips of
 * southern speech, `senfen`) and by initials (`sfz`). One question per entry.
 */
import { pinyin } from 'pinyin-pro'
import type { SuggestedQuestion } from '../knowledgeSearch'
import { isWord } from './dictionary'

/** The lower, the better. */
const RANK = { begins: 0, holds: 1, sounds: 2, soundsWithin: 3, initials: 4, initialsWithin: 5, nearly: 6 }
/** From so many letters on a sound may be half heard (s for sh, n for ng). */
const HALF_HEARD = 4
/** Titles of documents are no questions. */
export const LONGEST_QUESTION = 40
/** So many questions are read aloud for one keystroke, so that nobody waits for fifty thousand. */
const AT_ONCE = 2000

export interface Heard {
  /** Pinyin of the whole question, and where its syllables begin. */
  readonly sound: string
  readonly starts: ReadonlySet<number>
  readonly initials: string
  readonly muffled: string
}

interface Question {
  readonly text: string
  readonly folded: string
  heard?: Heard
}

/** What of a question decides whether it begins like what is typed. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')

/** Sounds that many speakers do not tell apart become one. */
export const muffle = (sound: string): string => sound.replace(/([zcs])h/g, '$1').replace(/([aei])ng/g, '$1n')

export const hear = (folded: string): Heard => {
  const syllables = pinyin(folded, { toneType: 'none', type: 'array', v: true }).map((one) =>
    one.toLowerCase(),
  )
  const starts = new Set<number>()
  let length = 0
  for (const syllable of syllables) {
    starts.add(length)
    length += syllable.length
  }
  const sound = syllables.join('')
  return { sound, starts, initials: syllables.map((one) => one.charAt(0)).join(''), muffled: muffle(sound) }
}

const rankByLetters = ({ sound, starts, initials, muffled }: Heard, letters: string): number | undefined => {
  if (sound.startsWith(letters)) return RANK.sounds
  if (initials.startsWith(letters)) return RANK.initials
  for (let at = sound.indexOf(letters); at >= 0; at = sound.indexOf(letters, at + 1))
    if (starts.has(at)) return RANK.soundsWithin
  if (letters.length >= 3 && initials.includes(letters)) return RANK.initialsWithin
  return letters.length >= HALF_HEARD && muffled.includes(muffle(letters)) ? RANK.nearly : undefined
}

export class Suggestions {
  private readonly questions = new Map<string, readonly Question[]>()

  /** @param texts the entry's questions, the official one first. */
  put(id: string, texts: readonly string[]): void {
    const short = texts.filter((text) => text.length <= LONGEST_QUESTION)
    if (short.length === 0) this.questions.delete(id)
    else
      this.questions.set(
        id,
        short.map((text) => ({ text, folded: fold(text) })),
      )
  }

  remove(id: string): void {
    this.questions.delete(id)
  }

  /** The questions nearest to what was typed, at most `limit`; none for less than two letters or one character. */
  find(typed: string, limit: number, admits: (id: string) => boolean): SuggestedQuestion[] {
    const wanted = fold(typed)
    if (wanted === '') return []
    const isLetters = /^[a-z]{2,40}$/.test(wanted)
    const allHan = /^\p{Script=Han}{2,}$/u.test(wanted)
    // 停电 is written as it is meant, and not 厅电 of 大厅电话.
    const misheard = allHan && (wanted.length > 2 || !isWord(wanted))
    const letters = isLetters ? wanted : misheard ? hear(wanted).sound : ''
    let unread = AT_ONCE
    const found: { id: string; text: string; rank: number; order: number }[] = []
    for (const [id, questions] of this.questions) {
      if (!admits(id)) continue
      let best: { text: string; rank: number } | undefined
      for (const question of questions) {
        if (question.heard === undefined && letters !== '' && unread > 0) {
          unread -= 1
          question.heard = hear(question.folded)
        }
        const rank = rankOf(question, wanted, letters)
        if (rank !== undefined && rank < (best?.rank ?? Number.POSITIVE_INFINITY))
          best = { text: question.text, rank }
      }
      if (best) found.push({ id, ...best, order: found.length })
    }
    const written = found.filter(({ rank }) => rank <= RANK.holds)
    return (allHan && written.length > 0 ? written : found)
      .sort((a, b) => a.rank - b.rank || a.text.length - b.text.length || a.order - b.order)
      .slice(0, limit)
      .map(({ id, text }) => ({ id, text }))
  }
}

const rankOf = ({ folded, heard }: Question, wanted: string, letters: string): number | undefined => {
  if (folded.startsWith(wanted)) return RANK.begins
  if (folded.includes(wanted)) return RANK.holds
  return letters === '' || heard === undefined ? undefined : rankByLetters(heard, letters)
}
