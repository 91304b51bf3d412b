import { answeredByKnowledge, shanghaiDay } from '@jiesu/shared-types'
import type { Binder } from '../platform/http/bind'
import type { Throttle } from '../platform/mongo/throttle'
import { Refused } from '../platform/problems'
import type { KnowledgeAnswers } from './answered.store'
import type { KnowledgeViews } from './knowledge.view'

export interface KnowledgeParts {
  readonly knowledge: KnowledgeViews
  /** Entries that were imported meanwhile, also by another portal. */
  readonly refreshKnowledge: (now: Date) => Promise<void>
  readonly answers: KnowledgeAnswers
  readonly throttle: Throttle
}

/** Families and offices share an address; nobody reads faster than this. */
const OPINIONS_PER_ADDRESS = { most: 120, window: 3600 }

/** Whether an entry answered the question, from whoever read it. Nobody is asked who they are. */
export const knowledgeRoutes = (
  bind: Binder,
  { knowledge, refreshKnowledge, answers, throttle }: KnowledgeParts,
): void => {
  bind(answeredByKnowledge, async ({ params, body, address, now }) => {
    await refreshKnowledge(now)
    const entry = knowledge.getEntry(params.id)
    if (entry === undefined) throw new Refused('not-found')
    await throttle.count(`answered ${address}`, OPINIONS_PER_ADDRESS, now)
    const opinion = { id: body.commandId, entry: entry.id, city: entry.city, solved: body.solved }
    await answers.count(opinion, shanghaiDay(now), now)
    return null
  })
}
