import type { KnowledgeDeskEntry } from '@jiesu/shared-types'
import { shanghaiDay } from '@jiesu/shared-types/vocabulary'

/** Open tasks that a publication does not close by itself, as it does rechecks of what was checked since. */
export const settleable = ({
  tasks,
  content,
}: Pick<KnowledgeDeskEntry, 'tasks' | 'content'>): KnowledgeDeskEntry['tasks'] =>
  tasks.filter(
    ({ kind, at, closedAt }) =>
      closedAt === undefined &&
      (kind === 'correction' || (content.checkedOn ?? '') < shanghaiDay(new Date(at))),
  )
