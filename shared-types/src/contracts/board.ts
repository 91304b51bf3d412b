import * as z from 'zod/mini'
import { BOARD_COLOURS } from '../vocabulary/board'
import { PROPOSAL_KINDS } from '../vocabulary/knowledgeProposals'
import { Instant, Source, together } from './common'
import { UnitBrief } from './desk'
import { KnowledgeFigures } from './knowledge'

/** A day in Shanghai that exists, e.g. `2026-11-21`. */
const Day = z.string({ error: '请选择日期' }).check(
  z.regex(/^\d{4}-\d\d-\d\d$/, '日期写作 2026-11-21'),
  z.refine(
    (day) => new Date(`${day}T00:00Z`).getUTCDate() === Number(day.slice(8, 10)),
    '没有这一天，请核对',
  ),
)

const DAY_MS = 86_400_000
/** A year at most: longer ones are read year by year. */
export const MOST_BOARD_DAYS = 366

const daysBetween = ({ from, to }: { from: string; to: string }): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS + 1

/** First and last day, both included. */
export const BoardQuery = z.object({ from: Day, to: Day }).check(
  z.refine((query) => !(daysBetween(query) < 1), {
    ...together,
    path: ['to'],
    error: '结束日期不能早于开始日期',
  }),
  z.refine((query) => !(daysBetween(query) > MOST_BOARD_DAYS), {
    ...together,
    path: ['to'],
    error: '统计期请控制在一年以内',
  }),
)

/** So many of so many; `percent` with one decimal, absent where there is nothing to count. */
export const BoardShare = z.object({ part: z.int(), of: z.int(), percent: z.optional(z.number()) })
export type BoardShare = z.infer<typeof BoardShare>

export const BoardFigures = z.object({
  onTime: BoardShare,
  viewed: BoardShare,
  solved: BoardShare,
  satisfied: BoardShare,
  improperReturns: z.int(),
  yellowCards: z.int(),
  redCards: z.int(),
})
export type BoardFigures = z.infer<typeof BoardFigures>

export const BoardRow = z.object({
  unit: UnitBrief,
  figures: BoardFigures,
  /** 0–100 with one decimal. */
  score: z.optional(z.number()),
  colour: z.optional(z.enum(BOARD_COLOURS)),
})
export type BoardRow = z.infer<typeof BoardRow>

/** How a unit deals with one kind of knowledge task. */
export const TaskFigures = z.object({
  inTime: BoardShare,
  /** Late, and open still. */
  overdue: z.int(),
  closed: z.int(),
  /** Working days from the report to the end, with one decimal; absent where nothing was closed. */
  meanWorkingDays: z.optional(z.number()),
  urged: z.int(),
})
export type TaskFigures = z.infer<typeof TaskFigures>

export const UnitTasks = z.object({ unit: UnitBrief, correction: TaskFigures, recheck: TaskFigures })
export type UnitTasks = z.infer<typeof UnitTasks>

/** What people asked the knowledge base, and what it had no answer for. */
export const KnowledgeAsking = z.object({
  /** Unanswered of all. */
  unanswered: BoardShare,
  /** What most people ask in vain, those asked by most first. */
  proposals: z.array(z.object({ words: z.string(), kind: z.enum(PROPOSAL_KINDS), askers: z.int() })),
})
export type KnowledgeAsking = z.infer<typeof KnowledgeAsking>

/** 监督评价: units of a city in a period. */
export const Board = z.object({
  serverTime: Instant,
  from: z.string(),
  to: z.string(),
  /** Best first; units without a score last. A unit's manager gets that unit alone. */
  rows: z.array(BoardRow),
  /** All units together; only for those who see them all. */
  total: z.optional(BoardFigures),
  /** What readers said of knowledge entries; only for those who see all units. */
  knowledge: z.optional(KnowledgeFigures),
  /** What people searched for; only for those who see all units. */
  asking: z.optional(KnowledgeAsking),
  /** Knowledge tasks of the units, those with overdue ones first. A unit's manager gets that unit alone. */
  tasks: z.array(UnitTasks),
  /** How the score is made, in sentences. */
  formula: z.array(z.string()),
  /** Who set it, and why. */
  note: z.string(),
  source: Source,
  /** From the best down; empty where the city's board has no colours. */
  bands: z.array(z.object({ colour: z.enum(BOARD_COLOURS), least: z.number(), meaning: z.string() })),
})
export type Board = z.infer<typeof Board>
