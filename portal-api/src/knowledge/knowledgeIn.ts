/** Names around answers as they are shown to citizens in a language; the answers themselves are Chinese. */
import type { KnowledgeEntry, KnowledgeSearchAnswer, Language } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { IMPORTED_TOPIC } from './imported'

/** What has no English stays Chinese. */
export const topicsIn = (
  answer: KnowledgeSearchAnswer,
  { english = {} }: Pick<City, 'english'>,
  language: Language,
): KnowledgeSearchAnswer => {
  if (language === 'zh-CN') return answer
  const names = { ...english.topics, [IMPORTED_TOPIC.id]: IMPORTED_TOPIC.english }
  return {
    ...answer,
    topics: answer.topics.map((topic) => ({ ...topic, name: names[topic.id] ?? topic.name })),
  }
}

/** Who answers, and whom to call. */
export const namesIn = (
  entry: KnowledgeEntry,
  { english }: Pick<City, 'english'>,
  language: Language,
): KnowledgeEntry => {
  if (language === 'zh-CN' || english === undefined) return entry
  const { unitName, phones } = entry
  return {
    ...entry,
    ...(unitName === undefined ? {} : { unitName: english.offices?.[unitName] ?? unitName }),
    phones: phones.map(({ name, number }) => ({ number, name: english.phones?.[name] ?? name })),
  }
}
