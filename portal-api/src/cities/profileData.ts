/** The shape of a city's `profile.json`: its names, its numbers, its formula of supervision. */
import {
  APPEAL_KINDS,
  BOARD_COLOURS,
  CONFIDENTIALITIES,
  LIMIT_UNITS,
  REQUESTER_TYPES,
} from '@jiesu/shared-types'
import { z } from 'zod'
import { day, slug, SourceData, words } from './dataParts'

/** A number that no document states and that an administrator may change; says so to people. */
const operatorSetting = z.strictObject({ value: z.number().int().positive(), note: words })

const percent = z.number().min(0).max(100)
const points = z.number().min(0).max(100)

/** The formula of the supervision board. Documents name what is judged, not how it is added up. */
const BoardData = z.strictObject({
  note: words,
  source: SourceData,
  /** By when a unit has to have opened what was dispatched to it. */
  timelyView: z.strictObject({ unit: z.enum(LIMIT_UNITS), amount: z.number().int().positive() }),
  /** Percent of the score; together 100. */
  weights: z
    .strictObject({ onTime: percent, viewed: percent, solved: percent, satisfied: percent })
    .refine((weights) => Object.values(weights).reduce((sum, one) => sum + one, 0) === 100, {
      error: '四个权重加起来应为 100',
    }),
  /** Points off for each, `most` altogether. */
  deductions: z.strictObject({ improperReturn: points, yellowCard: points, redCard: points, most: points }),
  /** Fewer jobs in the period: figures, but no colour. */
  leastOrders: z.number().int().positive(),
  /** From the best down; the last one begins at 0. None: the city's board has no colours. */
  bands: z
    .array(z.strictObject({ colour: z.enum(BOARD_COLOURS), least: points, meaning: words }))
    .refine((bands) => bands.every(({ least }, i) => least < (bands[i - 1]?.least ?? 101)), {
      error: '从高分到低分排列',
    })
    .refine((bands) => bands.length === 0 || bands.at(-1)?.least === 0, {
      error: '最后一档应从 0 分起，每个得分才都有归属',
    }),
})

export const ProfileFile = z.strictObject({
  id: slug,
  name: words,
  province: words,
  hotlineName: words,
  promise: words,
  document: z.strictObject({ number: words, title: words, date: day, url: z.url().optional() }),
  scopeStatement: z.strictObject({ text: words, source: SourceData }),
  requesterTypes: z.array(z.enum(REQUESTER_TYPES)).min(1),
  kinds: z.array(z.strictObject({ id: z.enum(APPEAL_KINDS), name: words, explanation: words })).min(1),
  kindsSource: SourceData,
  confidentialities: z
    .array(z.strictObject({ id: z.enum(CONFIDENTIALITIES), name: words, explanation: words }))
    .min(1),
  /** 代办: whether one may submit for somebody else, with their consent. */
  agents: z.strictObject({ offered: z.boolean(), note: words }),
  emergencyNumbers: z.array(z.strictObject({ number: words, name: words, when: words })).min(1),
  /** After a reply: how many calendar days it can be rated before the order concludes by itself. */
  ratingWindowDays: operatorSetting,
  /** How many rounds of handling an order may take before every further redo is a person's decision. */
  maxRounds: operatorSetting,
  /** 延期申请: at most so many days (in the unit of the limit) at a time, so often per round. */
  extension: z.strictObject({
    mostDays: z.number().int().positive(),
    times: z.number().int().positive(),
    note: words,
    source: SourceData,
  }),
  /** 退单: so many working days after the dispatch a unit may say that it is not responsible. */
  returnWindow: z.strictObject({ workingDays: z.number().int().positive(), note: words, source: SourceData }),
  /** 回访: so many calendar days after a reply that nobody rated, the hotline calls; less than the rating window. */
  callbackAfterDays: operatorSetting,
  /** 催办: at most once in so many hours. */
  reminderEveryHours: operatorSetting,
  /**
   * 信访查重: where the city's document asks for it, an appeal is compared with the petition system. From this
   * similarity on (0 to 1) a petition of the same person keeps an order from being accepted by rule, and one of somebody
   * else is shown as evidence; `rule` is the scope rule on which a decline then rests.
   */
  petitionCheck: z
    .strictObject({
      similarity: z.number().gt(0).lte(1),
      othersSimilarity: z.number().gt(0).lte(1),
      rule: slug,
      note: words,
      source: SourceData,
    })
    .optional(),
  /** A running milestone is "due soon" from this many working days (or, for short limits, minutes) before its end. */
  dueSoon: z.strictObject({
    workingDays: z.number().int().positive(),
    minutes: z.number().int().positive(),
    note: words,
  }),
  /** 知识库: by when a reported error and a recheck have to be dealt with, and how often entries are rechecked. */
  knowledgeTasks: z.strictObject({
    correctionWorkingDays: z.number().int().positive(),
    recheckWorkingDays: z.number().int().positive(),
    recheckEveryDays: z.number().int().positive(),
    note: words,
  }),
  /**
   * 知识库建议: by how many different askers (or orders answered directly) an entry is proposed, never fewer than three,
   * so that nobody's own question is read; and for how many days after it was last asked a question is kept.
   */
  knowledgeProposals: z.strictObject({
    askers: z.number().int().min(3),
    keptDays: z.number().int().min(1).max(366),
    note: words,
  }),
  /** 监督评价: how the figures of a unit are made into a score, and a score into a colour. */
  board: BoardData,
  notices: z.array(z.strictObject({ title: words, text: words })),
})

export type Profile = z.infer<typeof ProfileFile>
