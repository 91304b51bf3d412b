/** The rules of a city as its administrator sees them, and what a change of them would do to stored orders. */
import * as z from 'zod/mini'
import { Day } from './common'

/** One file of the city's folder as it is in force. */
export const RuleFile = z.object({
  /** `limits.json` */
  name: z.string(),
  text: z.string(),
  /** Another one whenever the text is another: tells whether a draft was begun on this text. */
  version: z.string(),
})
export type RuleFile = z.infer<typeof RuleFile>

export const RuleFiles = z.object({
  files: z.array(RuleFile),
  /** So many orders, the newest, are replayed at most. */
  mostOrders: z.int(),
})

/** Twice as long as the longest file of any city. */
const LONGEST_FILE = 200_000
const MOST_FILES = 16

export const SimulateInput = z.object({
  /** Only orders submitted since then. */
  since: z.optional(Day),
  /** Texts of the files that would change, by their names; all others are as they are in force. */
  files: z
    .record(
      z.string(),
      z
        .string({ error: '请给出文件的全文' })
        .check(z.maxLength(LONGEST_FILE, `一个文件请控制在 ${LONGEST_FILE} 个字以内`)),
      { error: '请给出要试算的文件' },
    )
    .check(
      z.refine((files) => Object.keys(files).length > 0, '请至少改动一个文件'),
      z.refine((files) => Object.keys(files).length <= MOST_FILES, `一次最多试算 ${MOST_FILES} 个文件`),
    ),
})
export type SimulateInput = z.infer<typeof SimulateInput>

/** One thing to correct before rules can be tried. */
export const RuleFinding = z.object({
  file: z.string(),
  /** `rules[3].milestones[0].amount`; empty for the file as a whole. */
  path: z.string(),
  /** What is wrong and what to do. */
  message: z.string(),
  /** In which line of the file, from 1, as far as that can be said. */
  line: z.optional(z.int()),
})
export type RuleFinding = z.infer<typeof RuleFinding>

/** What a rule says to an order, and the rule's (or catalogue row's) id. */
export const SaidByRule = z.object({ words: z.string(), rule: z.string() })
export type SaidByRule = z.infer<typeof SaidByRule>

/** One order to which the changed rules say something else; nothing of what its requester wrote. */
export const ChangedOrder = z.object({
  number: z.string(),
  /** Shanghai day on which its limits start. */
  day: z.string(),
  categoryName: z.string(),
  before: z.array(SaidByRule),
  after: z.array(SaidByRule),
})
export type ChangedOrder = z.infer<typeof ChangedOrder>

/** Orders that change, and the first few of them. */
const changes = { changed: z.int(), examples: z.array(ChangedOrder) }

export const RuleFindings = z.object({
  outcome: z.literal('findings'),
  /** All that there are; `findings` holds the first of them. */
  total: z.int(),
  findings: z.array(RuleFinding),
})
export const RuleReport = z.object({
  outcome: z.literal('report'),
  /** Orders that were replayed. */
  orders: z.int(),
  /** There are older ones that were not. */
  more: z.boolean(),
  /** 受理: orders that need insisting, before and after. */
  scope: z.object({ ...changes, stoppedBefore: z.int(), stoppedAfter: z.int() }),
  /** 派单: orders that are dispatched without a person. */
  dispatch: z.object({ ...changes, automaticBefore: z.int(), automaticAfter: z.int() }),
  /** 时限: orders whose last limit ends earlier or later. */
  clock: z.object({ ...changes, earlier: z.int(), later: z.int() }),
})
export type RuleReport = z.infer<typeof RuleReport>

export const SimulationAnswer = z.discriminatedUnion('outcome', [RuleFindings, RuleReport])
export type SimulationAnswer = z.infer<typeof SimulationAnswer>
