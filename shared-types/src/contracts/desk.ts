import * as z from 'zod/mini'
import {
  ASK_OUTCOMES,
  CARD_COLOURS,
  CONTACT_OUTCOMES,
  DESK_PRESSES,
  MATTER_NATURES,
  SUPERVISION_FORMS,
} from '../vocabulary/loop'
import { LIMIT_UNITS } from '../vocabulary/limits'
import { ORDER_STATUSES } from '../vocabulary/orderStatus'
import { SATISFACTION_LEVELS, SOLVED_ANSWERS } from '../vocabulary/ratings'
import { AGENT_RELATIONS, CONTENT_CHECKS } from '../vocabulary/requesters'
import { CommandId, Instant, text, together } from './common'
import { Agent, Contact, Enterprise, OrderCard, OrderNumber, OrderView } from './order'
import { PetitionCheck } from './petition'

const command = { commandId: CommandId }

/** Queues of the workbench: what waits for me, what is under way, what is over. */
export const DESK_QUEUES = ['mine', 'open', 'closed'] as const

export const DeskListQuery = z.object({
  queue: z._default(z.enum(DESK_QUEUES), 'mine'),
  status: z.optional(z.enum(ORDER_STATUSES)),
  /** Only orders that press in this way. */
  press: z.optional(z.enum(DESK_PRESSES)),
  /** Cursor of the previous page. */
  after: z.optional(z.string()),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 30),
})

export const DeskCard = z.object({
  ...OrderCard.shape,
  unitName: z.optional(z.string()),
  round: z.int(),
  /** The worst card of the present round. */
  card: z.optional(z.enum(CARD_COLOURS)),
  /** 提级加急 */
  urgent: z.boolean(),
  /** How often the requester has asked for haste. */
  reminders: z.int(),
  /** 信访查重 found something on which a person has to look; told to the hotline's own staff only. */
  petitionHit: z.optional(z.literal(true)),
})
export type DeskCard = z.infer<typeof DeskCard>

export const DeskList = z.object({
  serverTime: Instant,
  orders: z.array(DeskCard),
  counts: z.record(z.enum(DESK_QUEUES), z.int()),
  next: z.optional(z.string()),
})
export type DeskList = z.infer<typeof DeskList>

/** One unit that the dispatch catalogue (派单目录) names for an order, and why. */
export const DispatchOption = z.object({
  /** `decides`: of the most specific rows; `next`: would be chosen if those were not there. */
  standing: z.enum(['decides', 'next']),
  unit: z.object({ id: z.string(), name: z.string() }),
  coUnits: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The line whose seats would take it: 12329 全国统一住房公积金热线（双号并行） */
  line: z.optional(z.object({ number: z.string(), words: z.string() })),
  /** Catalogue row, with its basis. */
  row: z.string(),
  reason: z.string(),
})
export type DispatchOption = z.infer<typeof DispatchOption>

export const InternalNote = z.object({ at: Instant, byWords: z.string(), text: z.string() })

export const ReturnView = z.object({
  at: Instant,
  unitName: z.string(),
  reason: z.string(),
  evidence: z.string(),
  /** 待审核 / 同意退单 / 不同意退单（不当退单） / 编办裁定 */
  outcomeWords: z.string(),
})
export const SupervisionView = z.object({
  at: Instant,
  form: z.enum(SUPERVISION_FORMS),
  text: z.string(),
  answer: z.optional(z.object({ at: Instant, text: z.string() })),
})

/** An order as the desk sees it: the requester's view plus what the reader's role needs. */
export const DeskOrderView = z.object({
  ...OrderView.shape,
  /** Opened only by `revealContact`, which logs the read; this tells whether there is one to open. */
  contactAvailable: z.boolean(),
  /** 代办: somebody acts for the person concerned. Who it is comes with the contact alone. */
  agentRelation: z.optional(z.enum(AGENT_RELATIONS)),
  enterprise: z.optional(Enterprise),
  insisted: z.boolean(),
  /** 内容安全检查: a person is asked to look at the text; for the hotline's own staff. */
  contentCheck: z.optional(z.enum(CONTENT_CHECKS)),
  dispatchOptions: z.array(DispatchOption),
  /** How the catalogue chose by itself: its row then, why, and who came next. */
  dispatchExplained: z.optional(
    z.object({
      row: z.string(),
      basis: z.string(),
      next: z.array(z.object({ unitName: z.string(), row: z.string() })),
    }),
  ),
  internalNotes: z.array(InternalNote),
  /** Given back by units so far (退单), and what became of it. */
  returns: z.array(ReturnView),
  supervision: z.array(SupervisionView),
  /** Orders that are handled together with this one (并单). */
  followers: z.int(),
  /** People who follow the matter instead of reporting it again (关注). */
  watchers: z.int(),
  /** Number of the order with which this one is handled together; its requester is not told it. */
  mergedInto: z.optional(z.string()),
  card: z.optional(z.enum(CARD_COLOURS)),
  urgent: z.boolean(),
  reminders: z.int(),
  /** Asks that the words of the appeal suggest, while nobody has split it. */
  suggestedAsks: z.array(z.string()),
  /** 信访查重: absent where nothing was compared, and for everybody but the hotline's own staff. */
  petition: z.optional(PetitionCheck),
  /** What the city lets a unit ask for, while it may ask. */
  extensionOffer: z.optional(z.object({ mostDays: z.int(), unit: z.enum(LIMIT_UNITS) })),
  /** Asked for and not decided yet. */
  extensionRequest: z.optional(
    z.object({
      at: Instant,
      byWords: z.string(),
      days: z.int(),
      /** 5 个工作日 */
      daysWords: z.string(),
      reason: z.string(),
      dueWords: z.string(),
      newDueWords: z.string(),
    }),
  ),
})
export type DeskOrderView = z.infer<typeof DeskOrderView>

export const RevealContactInput = z.object({ why: text('查看原因', 2, 100) })
export const RevealedContact = z.object({
  contact: z.optional(Contact),
  /** Who submitted for them; `consent`: what was declared then, word for word. */
  agent: z.optional(z.object({ ...Agent.shape, consent: z.object({ at: Instant, words: z.string() }) })),
  enterprise: z.optional(Enterprise),
})

export const AcceptInput = z.object({
  ...command,
  note: z._default(z.string().check(z.trim(), z.maxLength(300)), ''),
})
export const DeclineInput = z.object({
  ...command,
  reason: text('不予受理的原因', 5, 500),
  /** Where to go instead. */
  goTo: text('建议渠道', 2, 200),
  /** The scope rule that it rests on, if one does. */
  rule: z.optional(z.string()),
})
export const RequestInformationInput = z.object({ ...command, question: text('要补充的内容', 5, 500) })
export const DispatchInput = z.object({
  ...command,
  unit: z.string({ error: '请选择主办单位' }).check(z.minLength(1, '请选择主办单位')),
  coUnits: z._default(z.array(z.string()), []),
  /** Number of a line with seats of its own that takes the order; its unit is the main unit. */
  line: z.optional(z.string()),
  reason: text('派单依据', 2, 300),
})
export const ReceiveInput = z.object({ ...command })
export const ExplainCauseInput = z.object({ ...command, text: text('原因说明', 5, 1000) })
export const MAX_ASKS = 12
/** The answer to one ask. */
export const PointInput = z.object({
  ask: z.string(),
  outcome: z.enum(ASK_OUTCOMES, { error: '请选择办理结果' }),
  text: text('这一点的答复', 5, 1000),
})
export const ReplyInput = z.object({
  ...command,
  /** 公开答复: to the requester. */
  publicReply: text('公开答复', 10, 3000),
  /** 办理情况: internal account, never shown to the requester. */
  internalAccount: text('办理情况', 5, 3000),
  /** One answer for each ask that nobody has answered yet (点对点答复). */
  points: z._default(z.array(PointInput).check(z.maxLength(MAX_ASKS, '诉求点太多了')), []),
  nature: z._default(z.enum(MATTER_NATURES), 'ordinary'),
  /** The public reply may be shown to people who follow the matter: it names nobody. */
  publishable: z.optional(z.boolean()),
})
/** 直接答复, by the hotline itself; the knowledge entry it rests on is recorded. */
export const AnswerDirectlyInput = z.object({
  ...command,
  publicReply: text('答复', 10, 3000),
  entry: z.optional(z.string()),
})
export const SplitAsksInput = z.object({
  ...command,
  asks: z
    .array(z.object({ text: text('诉求点', 2, 200), unit: z.optional(z.string()) }))
    .check(z.minLength(1, '请至少写一个诉求点'), z.maxLength(MAX_ASKS, '诉求点请控制在 12 个以内')),
})
export const AnswerAskInput = z.object({ ...command, ...PointInput.shape })
export const MergeInput = z.object({
  ...command,
  /** Number of the order that leads. */
  into: OrderNumber,
  reason: text('并单依据', 2, 300),
})
export const ReasonInput = z.object({ ...command, reason: text('原因', 5, 500) })
export const ReturnOrderInput = z.object({
  ...command,
  reason: text('退单原因', 5, 500),
  /** What shows that another unit is responsible: 职责规定、三定方案、现场情况. */
  evidence: text('退单依据', 5, 1000),
})
export const InviteCoUnitsInput = z.object({
  ...command,
  units: z.array(z.string()).check(z.minLength(1, '请选择协办单位'), z.maxLength(10, '协办单位太多了')),
  reason: text('请协办的事', 2, 300),
})
export const RecordContactInput = z.object({
  ...command,
  outcome: z.enum(CONTACT_OUTCOMES, { error: '请选择联系结果' }),
  text: text('联系情况', 2, 1000),
})
export const NoteProgressInput = z.object({
  ...command,
  text: text('办理进展', 5, 1000),
  /** Also for the requester to read. */
  visible: z._default(z.boolean(), true),
})
export const SuperviseInput = z.object({
  ...command,
  form: z.enum(SUPERVISION_FORMS, { error: '请选择督办方式' }),
  text: text('督办要求', 5, 1000),
})
export const AnswerSupervisionInput = z.object({ ...command, text: text('督办答复', 5, 1000) })
export const RecordRulingInput = z.object({
  ...command,
  unit: z.string({ error: '请选择责任单位' }).check(z.minLength(1, '请选择责任单位')),
  /** 裁定文书的文号或日期. */
  document: text('裁定文书', 2, 200),
  reason: text('裁定内容', 5, 500),
})
export const DeclareRepeatInput = z.object({
  ...command,
  /** The earlier order that already answered the same. */
  earlier: OrderNumber,
  reason: text('认定理由', 10, 500),
})
export const RecordCallbackInput = z
  .object({
    ...command,
    outcome: z.enum(CONTACT_OUTCOMES, { error: '请选择回访结果' }),
    text: text('回访记录', 2, 1000),
    solved: z.optional(z.enum(SOLVED_ANSWERS)),
    satisfaction: z.optional(z.enum(SATISFACTION_LEVELS)),
    asksRedo: z._default(z.boolean(), false),
    /** What is to be done again; the unit reads it, unlike the record of the call. */
    redoReason: z.optional(text('重办原因', 5, 500)),
  })
  .check(
    z.refine((c) => c.outcome !== 'reached' || (c.solved !== undefined && c.satisfaction !== undefined), {
      ...together,
      path: ['solved'],
      error: '联系上了，请记下诉求人对两个问题的回答',
    }),
  )
/** `days`: in the unit of the limit, working days or calendar days. */
export const AskExtensionInput = z.object({
  ...command,
  days: z.int({ error: '请填写延期的天数' }).check(z.gte(1, '延期至少 1 天'), z.lte(365, '延期的天数太多了')),
  reason: text('延期原因', 5, 500),
})
export const GrantExtensionInput = z.object({ ...command, reason: text('同意的理由', 2, 500) })
export const RefuseExtensionInput = z.object({ ...command, reason: text('不同意的理由', 5, 500) })
export const OrderRedoInput = z.object({ ...command, reason: text('重办原因', 5, 500) })
export const ConcludeInput = z.object({ ...command, reason: text('办结说明', 5, 500) })

export const UnitBrief = z.object({ id: z.string(), name: z.string() })
/** A line to which orders can be transferred: the unit that runs it, and how. */
export const LineBrief = z.object({ number: z.string(), words: z.string(), unit: UnitBrief })
