/** 督办: a supervisor reminds a unit of an overdue task, in the entry's own history. */
import { shanghaiDay, type StaffRole } from '@jiesu/shared-types/vocabulary'
import type { Life, Task } from './life'
import type { Editor, LifeDecision } from './lifecycle'

export interface Urging {
  readonly commandId: string
  readonly task: string
  readonly why: string
}

/** Overdue, and not urged today: what is said every hour is heard no more. */
export const mayUrge = (role: StaffRole, task: Task, now: Date): boolean => {
  const last = task.urged?.at(-1)
  return (
    role === 'supervisor' &&
    task.closed === undefined &&
    task.due <= now &&
    (last === undefined || shanghaiDay(last.at) < shanghaiDay(now))
  )
}

export const urge = (
  life: Life,
  editor: Editor,
  { commandId, task: id, why }: Urging,
  now: Date,
): LifeDecision => {
  if (life.events.some((event) => event.commandId === commandId)) return { ok: true, life }
  const task = life.tasks.find((one) => one.id === id)
  if (editor.role !== 'supervisor')
    return { ok: false, refusal: 'not-yours', detail: '逾期的任务由热线督办员督办。' }
  if (task === undefined || !mayUrge(editor.role, task, now))
    return {
      ok: false,
      refusal: 'not-allowed-now',
      detail: '只督办逾期没有办结的任务，同一项一天一次。',
    }
  const urged = [...(task.urged ?? []), { at: now, by: editor.id, why }]
  return {
    ok: true,
    life: {
      ...life,
      tasks: life.tasks.map((one) => (one === task ? { ...task, urged } : one)),
      events: [
        ...life.events,
        { type: 'task-urged', at: now, by: editor.id, role: editor.role, why, commandId },
      ],
    },
  }
}
