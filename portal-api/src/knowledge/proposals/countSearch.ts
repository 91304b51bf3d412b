/** A question that somebody has finished asking: counted, and, where nothing answered it, perhaps kept. */
import { DAY_MS, type SearchOutcome, shanghaiDay } from '@jiesu/shared-types'
import type { City } from '../../cities/cityData'
import type { Secrets } from '../../platform/secrets'
import type { KnowledgeViews } from '../knowledge.view'
import { isAnswered, askedKey } from '../rules/askedQuestion'
import { withoutFillers } from '../search/queryShape'
import type { SynonymsOf } from '../synonymData'
import type { UnansweredQuestions } from './questions.store'
import type { KnowledgeSearches } from './searches.store'

export interface CountParts {
  readonly knowledge: Pick<KnowledgeViews, 'searchKnowledge' | 'findItem'>
  readonly synonymsOf: SynonymsOf
  readonly searches: Pick<KnowledgeSearches, 'count'>
  readonly questions: Pick<UnansweredQuestions, 'count'>
  readonly secrets: Pick<Secrets, 'fingerprint'>
}

interface Asked {
  readonly q: string
  readonly outcome: SearchOutcome
  /** Of whoever asked. */
  readonly address: string
}

/** People look at the first few. */
const LOOKED_AT = 3

export const makeCountSearch = (parts: CountParts) => {
  const { knowledge, synonymsOf, searches, questions, secrets } = parts

  const isFound = async (city: City, q: string, bare: string): Promise<boolean> => {
    const { hits, limited } = await knowledge.searchKnowledge({ city: city.id, q, limit: LOOKED_AT })
    // What was not searched may have the answer.
    if (limited === true) return true
    const texts = hits.flatMap(({ id }) => {
      const item = knowledge.findItem(id)
      if (item === undefined) return []
      const { title, phrasings, shortAnswer, sections } = item
      const spoken = [title, ...phrasings, shortAnswer]
      // A text without a question is what stands in it.
      return [(title === '' ? [...spoken, ...sections.map(({ text }) => text)] : spoken).join(' ')]
    })
    return isAnswered(bare, texts, synonymsOf(city.id))
  }

  return async (city: City, { q, outcome, address }: Asked, now: Date): Promise<void> => {
    const bare = withoutFillers(q)
    const unanswered = outcome === 'unsolved' || !(await isFound(city, q, bare))
    const day = shanghaiDay(now)
    await searches.count(city.id, day, {
      asked: outcome === 'asked' ? 1 : 0,
      unanswered: unanswered ? 1 : 0,
    })
    const key = unanswered ? askedKey(q, bare, synonymsOf(city.id)) : undefined
    if (key === undefined) return
    const { askers, keptDays } = city.profile.knowledgeProposals
    const id = secrets.fingerprint(`question ${city.id} ${key}`)
    // One byte tells three askers apart, and is shared by too many people to lead to one.
    const [mark = 0] = Buffer.from(secrets.fingerprint(`asker ${id} ${address}`), 'base64url')
    const expiresAt = new Date(now.getTime() + keptDays * DAY_MS)
    await questions.count({ id, city: city.id, mark, wording: q.trim(), day, expiresAt }, askers)
  }
}

export type CountSearch = ReturnType<typeof makeCountSearch>
