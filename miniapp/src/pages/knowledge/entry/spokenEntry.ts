import type { KnowledgeEntry } from '@jiesu/shared-types'
import { readAloudWords } from '../../../words/readAloud'
import { groupsOf } from './sectionParts'

type Heard = Pick<KnowledgeEntry, 'title' | 'shortAnswer' | 'sections' | 'phones'>

/** An answer for those who listen: the question, the short answer, who can be called, then everything else. */
export const spokenEntry = ({ title, shortAnswer, sections, phones }: Heard): string[] => [
  title,
  ...(shortAnswer === '' ? [] : [shortAnswer]),
  ...phones.map(({ name, number }) => readAloudWords.entry.phone(name, number)),
  ...groupsOf(sections)
    .flat()
    .flatMap(({ kind, heading, lines }) => [
      heading,
      ...(kind === 'steps' && lines.length > 1
        ? lines.map((line, i) => readAloudWords.entry.step(i + 1, line))
        : [lines.join('\n')]),
    ]),
]
