import { answeredByKnowledge, reportKnowledgeError, shanghaiDay, shanghaiInstant } from '@jiesu/shared-types'
import type { Binder } from '../platform/http/bind'
import type { Throttle } from '../platform/mongo/throttle'
import { Refused } from '../platform/problems'
import type { KnowledgeAnswers } from './answered.store'
import type { EditEntry } from './editEntry'
import type { KnowledgeViews } from './knowledge.view'
import { withoutPersonalNumbers } from './rules/personalWords'

export interface KnowledgeParts {
  readonly knowledge: KnowledgeViews
  /** Entries that were imported meanwhile, also by another portal. */
  readonly refreshKnowledge: (now: Date) => Promise<void>
  readonly answers: KnowledgeAnswers
  readonly editEntry: Pick<EditEntry, 'report'>
  readonly throttle: Throttle
}

/** Families and offices share an address; nobody reads faster than this. */
const OPINIONS_PER_ADDRESS = { most: 120, window: 3600 }
/** Every report is a task for a person. */
const REPORTS_PER_ADDRESS = { most: 20, window: 3600 }

/** What readers say of an entry: whether it answered the question, and what is wrong in it. Nobody has to say who they are. */
export const knowledgeRoutes = (bind: Binder, parts: KnowledgeParts): void => {
  const { knowledge, refreshKnowledge, answers, editEntry, throttle } = parts
  bind(answeredByKnowledge, async ({ params, body, address, now }) => {
    await refreshKnowledge(now)
    const entry = knowledge.getEntry(params.id)
    if (entry === undefined) throw new Refused('not-found')
    await throttle.count(`answered ${address}`, OPINIONS_PER_ADDRESS, now)
    const opinion = { id: body.commandId, entry: entry.id, city: entry.city, solved: body.solved }
    await answers.count(opinion, shanghaiDay(now), now)
    return null
  })

  bind(reportKnowledgeError, async ({ params, body, caller, address, now }) => {
    await refreshKnowledge(now)
    if (knowledge.getEntry(params.id) === undefined) throw new Refused('not-found')
    await throttle.count(`corrections ${address}`, REPORTS_PER_ADDRESS, now)
    const { account } = caller
    const task = await editEntry.report(
      params.id,
      { commandId: body.commandId, text: withoutPersonalNumbers(body.text), account },
      now,
    )
    if (task === undefined) throw new Refused('not-found')
    return { due: shanghaiInstant(task.due), told: account !== undefined }
  })
}
