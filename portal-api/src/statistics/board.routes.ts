/** 监督评价: who may see the figures of which units. */
import { DAY_MS, exportBoard, getBoard, startOfShanghaiDay } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Caller } from '../identity/caller'
import { maySeeBoard } from '../identity/rules/policies'
import type { Binder } from '../platform/http/bind'
import { Refused } from '../platform/problems'
import { boardCsv, boardView, knowledgeFigures } from './board.view'
import { askingView, tasksView } from './knowledgeWork.view'
import type { KnowledgeAnswers } from '../knowledge/answered.store'
import type { KnowledgeViews } from '../knowledge/knowledge.view'
import type { KnowledgeLives } from '../knowledge/lives.store'
import type { ListProposals } from '../knowledge/proposals/listProposals'
import type { KnowledgeSearches } from '../knowledge/proposals/searches.store'
import type { Calendar } from '../clock/rules/calendar'
import type { ReadFigures } from './readFigures'
import { taskFigures } from './rules/taskFigures'

export interface BoardParts {
  readonly cities: ReadonlyMap<string, City>
  readonly readFigures: ReadFigures
  readonly answers: KnowledgeAnswers
  readonly knowledge: KnowledgeViews
  readonly lives: Pick<KnowledgeLives, 'tasks'>
  readonly searches: Pick<KnowledgeSearches, 'read'>
  readonly listProposals: ListProposals
  readonly calendar: Calendar
}

export const boardRoutes = (bind: Binder, parts: BoardParts): void => {
  const { cities, readFigures, answers, knowledge, lives, searches, listProposals, calendar } = parts
  const readBoard = async (caller: Caller, { from, to }: { from: string; to: string }, now: Date) => {
    const { staff } = caller
    if (staff === undefined) throw new Refused('sign-in-required')
    const seen = maySeeBoard(staff)
    if (seen === 'none')
      throw new Refused('not-yours', { detail: '各单位的评价数据由热线和承办单位负责人查看。' })
    const city = cities.get(staff.city)
    if (city === undefined) throw new Refused('unknown-city')
    const period = {
      from: startOfShanghaiDay(from),
      until: new Date(startOfShanghaiDay(to).getTime() + DAY_MS),
    }
    const figures = await readFigures(city, period, now)
    const tasks = taskFigures(await lives.tasks(city.id), period, now, calendar)
    if (seen === 'own') {
      const unitId = staff.unitId ?? ''
      const own = boardView(city, figures, { from, to, now, unitId })
      return { city, board: { ...own, tasks: tasksView(city, tasks, unitId) } }
    }
    const read = await answers.read(city.id, from, to)
    const titled = read.map((one) => ({ ...one, title: knowledge.getEntry(one.entry)?.title ?? one.entry }))
    const asked = await searches.read(city.id, from, to)
    const proposals = await listProposals(city, now)
    return {
      city,
      board: {
        ...boardView(city, figures, { from, to, now }),
        knowledge: knowledgeFigures(titled),
        asking: askingView(asked, proposals),
        tasks: tasksView(city, tasks),
      },
    }
  }

  bind(getBoard, async ({ caller, query, now }) => (await readBoard(caller, query, now)).board)

  bind(exportBoard, async ({ caller, query, now, koa }) => {
    const { city, board } = await readBoard(caller, query, now)
    const name = `${city.profile.name}承办单位监督评价 ${query.from} 至 ${query.to}.csv`
    koa.attachment(name)
    return boardCsv(board, city.profile.name)
  })
}
