/** How units keep the knowledge, and what people ask it in vain: beside the board, and in its table. */
import {
  type Board,
  type BoardShare,
  KNOWLEDGE_TASK_WORDS,
  KNOWLEDGE_TASKS,
  type KnowledgeAsking,
  TASK_WORDS,
  type TaskFigures,
  type UnitTasks,
} from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Proposal } from '../knowledge/proposals/listProposals'
import type { SearchFigures } from '../knowledge/proposals/searches.store'
import type { Cell } from '../platform/tables/csv'
import type { Share } from './rules/figures'
import { percentOf } from './rules/score'
import type { TaskFigures as Counted, UnitTaskFigures } from './rules/taskFigures'

export const shareView = (share: Share): BoardShare => {
  const percent = percentOf(share)
  return { ...share, ...(percent === undefined ? {} : { percent }) }
}
export const shareCells = ({ part, of, percent }: BoardShare): readonly Cell[] => [part, of, percent ?? '']

const taskView = ({ inTime, overdue, closed, workingDays, urged }: Counted): TaskFigures => ({
  inTime: shareView(inTime),
  overdue,
  closed,
  ...(closed === 0 ? {} : { meanWorkingDays: Math.round((workingDays / closed) * 10) / 10 }),
  urged,
})

const overdueOf = ({ correction, recheck }: UnitTasks): number => correction.overdue + recheck.overdue

/** @param unitId of whoever sees one unit alone. */
export const tasksView = (
  city: City,
  figures: ReadonlyMap<string, UnitTaskFigures>,
  unitId?: string,
): UnitTasks[] =>
  [...figures]
    .filter(([id]) => unitId === undefined || id === unitId)
    .map(([id, { correction, recheck }]) => ({
      unit: { id, name: city.units.find((unit) => unit.id === id)?.name ?? id },
      correction: taskView(correction),
      recheck: taskView(recheck),
    }))
    .sort((a, b) => overdueOf(b) - overdueOf(a) || a.unit.id.localeCompare(b.unit.id))

/** More than anybody reads at a glance. */
const MOST_PROPOSALS = 5

export const askingView = (
  { asked, unanswered }: SearchFigures,
  proposals: readonly Pick<Proposal, 'words' | 'kind' | 'askers'>[],
): KnowledgeAsking => ({
  unanswered: shareView({ part: Math.min(unanswered, asked), of: asked }),
  proposals: proposals.slice(0, MOST_PROPOSALS).map(({ words, kind, askers }) => ({ words, kind, askers })),
})

const { inTime: IN_TIME, overdue: OVERDUE, meanWorkingDays: MEAN, urged: URGED } = TASK_WORDS
const TASK_HEADS = KNOWLEDGE_TASKS.flatMap((kind) =>
  [
    `${IN_TIME.name}分子`,
    `${IN_TIME.name}分母`,
    `${IN_TIME.name}（%）`,
    OVERDUE.name,
    MEAN.name,
    URGED.name,
  ].map((head) => `${KNOWLEDGE_TASK_WORDS[kind]}${head}`),
)

/** Lines of the table; nothing where there is nothing to say. */
export const knowledgeLines = ({ tasks, asking }: Pick<Board, 'tasks' | 'asking'>): (readonly Cell[])[] => [
  ...(tasks.length === 0
    ? []
    : [
        [],
        ['知识库任务'],
        ['单位', ...TASK_HEADS],
        ...tasks.map((row) => [
          row.unit.name,
          ...KNOWLEDGE_TASKS.flatMap((kind) => {
            const { inTime, overdue, meanWorkingDays, urged } = row[kind]
            return [...shareCells(inTime), overdue, meanWorkingDays ?? '', urged]
          }),
        ]),
        ...Object.values(TASK_WORDS).map(({ name, counts }) => [`${name}：${counts}。`]),
      ]),
  ...(asking === undefined || asking.unanswered.of === 0
    ? []
    : [[], ['知识库查询', '没有查到', '查询次数', '没有查到（%）'], ['', ...shareCells(asking.unanswered)]]),
]
