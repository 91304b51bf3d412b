/** 知识库任务 (榕政办〔2021〕104号 三(十): 任务分解、督办落实): how units deal with corrections and rechecks. */
import { KNOWLEDGE_TASKS, type KnowledgeTaskKind, shanghaiDay } from '@jiesu/shared-types/vocabulary'
import type { Calendar } from '../../clock/rules/calendar'
import type { Period, Share } from './figures'

export interface JudgedTask {
  readonly unit: string
  readonly kind: KnowledgeTaskKind
  readonly at: Date
  readonly due: Date
  readonly urged?: readonly { readonly at: Date }[] | undefined
  readonly closed?: { readonly at: Date } | undefined
}

export interface TaskFigures {
  /** Closed in time, of those and of what became late in the period. */
  readonly inTime: Share
  /** Late, and open still. */
  readonly overdue: number
  /** Closed in the period, and their working days altogether. */
  readonly closed: number
  readonly workingDays: number
  readonly urged: number
}

const NONE: TaskFigures = { inTime: { part: 0, of: 0 }, overdue: 0, closed: 0, workingDays: 0, urged: 0 }

/** The day it came does not count (民法典 第201条), the day it was closed does. */
const workingDaysOf = ({ at, closed }: JudgedTask, calendar: Calendar): number => {
  if (closed === undefined) return 0
  const first = shanghaiDay(at)
  const days = calendar.workingDaysBetween(first, shanghaiDay(closed.at))
  return days.length - (days[0] === first ? 1 : 0)
}

const plus = (sum: TaskFigures, one: TaskFigures): TaskFigures => ({
  inTime: { part: sum.inTime.part + one.inTime.part, of: sum.inTime.of + one.inTime.of },
  overdue: sum.overdue + one.overdue,
  closed: sum.closed + one.closed,
  workingDays: sum.workingDays + one.workingDays,
  urged: sum.urged + one.urged,
})

/** A task counts once: in time at the moment it was closed, late at the moment it was due. */
const figuresOf = (task: JudgedTask, period: Period, now: Date, calendar: Calendar): TaskFigures => {
  const isIn = (at: Date): boolean => at >= period.from && at < period.until && at <= now
  const { due, closed, urged = [] } = task
  const inTime = closed !== undefined && closed.at <= due
  const counts = isIn(inTime ? closed.at : due)
  const closedNow = closed !== undefined && isIn(closed.at)
  return {
    inTime: { part: counts && inTime ? 1 : 0, of: counts ? 1 : 0 },
    overdue: counts && closed === undefined ? 1 : 0,
    closed: closedNow ? 1 : 0,
    workingDays: closedNow ? workingDaysOf(task, calendar) : 0,
    urged: urged.filter(({ at }) => isIn(at)).length,
  }
}

export type UnitTaskFigures = Readonly<Record<KnowledgeTaskKind, TaskFigures>>

const isNothing = (figures: UnitTaskFigures): boolean =>
  KNOWLEDGE_TASKS.every((kind) => {
    const { inTime, closed, urged } = figures[kind]
    return inTime.of + closed + urged === 0
  })

/** By unit; those with nothing in the period are left out. */
export const taskFigures = (
  tasks: readonly JudgedTask[],
  period: Period,
  now: Date,
  calendar: Calendar,
): ReadonlyMap<string, UnitTaskFigures> => {
  const units = new Map<string, UnitTaskFigures>()
  for (const task of tasks) {
    const before = units.get(task.unit) ?? { correction: NONE, recheck: NONE }
    const own = figuresOf(task, period, now, calendar)
    units.set(task.unit, { ...before, [task.kind]: plus(before[task.kind], own) })
  }
  return new Map([...units].filter(([, figures]) => !isNothing(figures)))
}
