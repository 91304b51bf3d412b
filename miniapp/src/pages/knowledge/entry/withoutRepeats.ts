/** An entry's text without what it says twice: of a short import, question, short answer and full text are one. */
import type { KnowledgeEntry } from '@jiesu/shared-types'

type Texts = Pick<KnowledgeEntry, 'title' | 'shortAnswer' | 'sections'>

const plain = (text: string): string => text.replace(/\s+/g, '')

/** The beginning of a text, cut off with an ellipsis, or all of it. */
const isBeginningOf = (text: string, whole: string): boolean =>
  text.endsWith('…') ? whole.startsWith(text.slice(0, -1)) : whole === text

export const withoutRepeats = ({ title, shortAnswer, sections }: Texts): Omit<Texts, 'title'> => {
  const [asked, short] = [plain(title), plain(shortAnswer)]
  const own = sections.filter(({ text }) => ![asked, short].includes(plain(text)))
  const isRepeated =
    short === asked || (short.endsWith('…') && own.some(({ text }) => isBeginningOf(short, plain(text))))
  return { shortAnswer: isRepeated ? '' : shortAnswer, sections: own }
}
