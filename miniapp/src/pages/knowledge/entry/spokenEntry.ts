import type { KnowledgeEntry } from '@jiesu/shared-types'
import { readAloudWords } from '../../../words/readAloud'

type Heard = Pick<KnowledgeEntry, 'title' | 'shortAnswer' | 'sections' | 'phones'>

/** An answer for those who listen: the question, the short answer, who can be called, then everything else. */
export const spokenEntry = ({ title, shortAnswer, sections, phones }: Heard): string[] => [
  title,
  shortAnswer,
  ...phones.map(({ name, number }) => readAloudWords.entry.phone(name, number)),
  ...sections.flatMap(({ heading, text }) => [heading, text]),
]
