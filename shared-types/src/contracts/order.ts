import * as z from 'zod/mini'
import { ORDER_ACTIONS } from '../vocabulary/actions'
import { hasCreditCodeShape, isCreditCode, tidyCreditCode } from '../vocabulary/creditCode'
import { ORDER_EVENT_TYPES } from '../vocabulary/events'
import { DECLARED_FACTS } from '../vocabulary/limits'
import { ASK_OUTCOMES, MATTER_NATURES } from '../vocabulary/loop'
import { isOrderNumber, normaliseOrderNumber } from '../vocabulary/orderNumber'
import { ORDER_SHELVES, ORDER_STATUSES } from '../vocabulary/orderStatus'
import { SATISFACTION_LEVELS, SOLVED_ANSWERS } from '../vocabulary/ratings'
import { AGENT_RELATIONS, APPEAL_KINDS, CONFIDENTIALITIES, REQUESTER_TYPES } from '../vocabulary/requesters'
import { ACTOR_ROLES } from '../vocabulary/roles'
import { CityId, CommandId, Instant, Phone, text, together } from './common'
import { MilestoneView } from './deadline'
import { ScopeFinding } from './scope'

export const MAX_PHOTOS = 6
/** Of the attachments; how many there are is known once they are looked at. */
export const MAX_VIDEOS = 1

/** As typed: spaces, hyphens and full-width digits do not matter. Parsed to 16 digits. */
export const OrderNumber = z.pipe(
  z.pipe(
    z.string({ error: '请填写工单编号' }),
    z.transform((typed: string) => normaliseOrderNumber(typed)),
  ),
  z.string().check(z.refine(isOrderNumber, { error: '编号好像不完整或有一位不对，请核对 16 位数字' })),
)

export const Place = z.object(
  {
    /** District id of the city's data, or `elsewhere` with words in `detail`. */
    district: z.string({ error: '请选择所在区市' }).check(z.minLength(1, '请选择所在区市')),
    street: z.optional(z.string()),
    /** Words that lead somebody there: road, house number, landmark. */
    detail: z._default(z.string().check(z.trim(), z.maxLength(200, '地点说明请控制在 200 个字以内')), ''),
  },
  { error: '请选择所在区市' },
)
export type Place = z.infer<typeof Place>

export const Contact = z.object({
  name: text('称呼', 1, 40),
  phone: Phone,
})
export type Contact = z.infer<typeof Contact>

/** As typed: small letters, spaces and full-width characters do not matter. Parsed to 18 digits and capitals. */
export const CreditCode = z.string().check(
  z.overwrite(tidyCreditCode),
  z.refine(hasCreditCodeShape, {
    error: '统一社会信用代码是 18 位数字和大写字母，其中没有 I、O、S、V、Z',
    abort: true,
  }),
  z.refine(isCreditCode, { error: '统一社会信用代码好像有一位不对，请对照营业执照核对' }),
)

export const Enterprise = z.object({
  name: text('企业名称', 2, 100),
  /** 统一社会信用代码 */
  creditCode: z.optional(CreditCode),
})

/** 代办人: who submits for the person concerned, with that person's consent (`AGENT_CONSENT_WORDS`). */
export const Agent = z.object({
  name: text('代办人称呼', 1, 40),
  /** May be the contact's own, where the person concerned has none. */
  phone: Phone,
  relation: z.enum(AGENT_RELATIONS, { error: '请选择您和当事人的关系' }),
  consent: z.literal(true, { error: '请先征得当事人同意，勾选后再提交' }),
})

export const SubmitOrderInput = z
  .object({
    /** The submission's id: the same id always gives the same order. */
    commandId: CommandId,
    city: CityId,
    requester: z.enum(REQUESTER_TYPES, { error: '请选择您是群众还是企业' }),
    kind: z.enum(APPEAL_KINDS, { error: '请选择诉求类型' }),
    category: z.string({ error: '请选择问题类别' }).check(z.minLength(1, '请选择问题类别')),
    /** Answer to the category's question, where it has one. */
    fact: z.optional(z.enum(DECLARED_FACTS)),
    place: Place,
    text: text('诉求内容', 5, 2000),
    confidentiality: z.enum(CONFIDENTIALITIES, { error: '请选择是否公开身份' }),
    /** The person concerned. Left out for anonymous appeals only; not kept when it comes with one. */
    contact: z.optional(Contact),
    /** Somebody else who submits for them; everything about the appeal still speaks of the person concerned. */
    agent: z.optional(Agent),
    enterprise: z.optional(Enterprise),
    attachments: z._default(
      z.array(z.string()).check(z.maxLength(MAX_PHOTOS, `照片最多 ${MAX_PHOTOS} 张`)),
      [],
    ),
    /** The requester saw the scope findings and wants a person to decide. */
    insist: z._default(z.boolean(), false),
  })
  .check(
    z.refine((o) => !['open', 'confidential'].includes(o.confidentiality) || o.contact !== undefined, {
      ...together,
      path: ['contact'],
      error: '请留下称呼和电话，方便承办单位答复您；不便留下时可选择匿名',
    }),
    // Consent is somebody's: there has to be a person whom it can be asked of.
    z.refine((o) => o.confidentiality !== 'anonymous' || o.agent === undefined, {
      ...together,
      path: ['confidentiality'],
      error: '替别人反映不能匿名，请选择实名或实名保密',
    }),
    // An anonymous enterprise is not asked who it is.
    z.refine(
      (o) => o.requester !== 'enterprise' || o.confidentiality === 'anonymous' || o.enterprise !== undefined,
      {
        ...together,
        path: ['enterprise'],
        error: '请填写企业名称',
      },
    ),
  )
export type SubmitOrderInput = z.input<typeof SubmitOrderInput>

export const Attachment = z.object({
  id: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  /** Signed, short-lived; absent at upload. */
  url: z.optional(z.string()),
})
export type Attachment = z.infer<typeof Attachment>

export const TimelineEntry = z.object({
  id: z.string(),
  type: z.enum(ORDER_EVENT_TYPES),
  at: Instant,
  by: z.enum(ACTOR_ROLES),
  /** 市水务局（承办单位） */
  byWords: z.string(),
  /** 已派单至市水务局 */
  title: z.string(),
  /** Reason, question, reply… in the words of whoever acted. */
  text: z.optional(z.string()),
  round: z.int(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const Rating = z.object({
  solved: z.enum(SOLVED_ANSWERS),
  satisfaction: z.enum(SATISFACTION_LEVELS),
  reason: z.optional(z.string()),
  at: Instant,
  round: z.int(),
})

export const OrderCard = z.object({
  number: z.string(),
  city: CityId,
  cityName: z.string(),
  status: z.enum(ORDER_STATUSES),
  statusWords: z.string(),
  kind: z.enum(APPEAL_KINDS),
  categoryName: z.string(),
  /** First words of the appeal. */
  excerpt: z.string(),
  submittedAt: Instant,
  /** Submitted for somebody else (代办); told to the submitter alone. */
  byAgent: z.optional(z.literal(true)),
  /** The next milestone that is still running, if any. */
  nextMilestone: z.optional(MilestoneView),
  /** Where it is now, in one sentence. */
  sentence: z.string(),
})
export type OrderCard = z.infer<typeof OrderCard>

export const MyOrdersQuery = z.object({
  after: z.optional(z.string()),
  shelf: z.optional(z.enum(ORDER_SHELVES, { error: `可用的筛选：${ORDER_SHELVES.join('、')}` })),
})

/** One thing that is asked for, and how it was answered. */
export const AskView = z.object({
  id: z.string(),
  text: z.string(),
  /** The unit that answers it, where it is not the main unit: its id and name. */
  unit: z.optional(z.string()),
  unitName: z.optional(z.string()),
  answer: z.optional(
    z.object({ outcome: z.enum(ASK_OUTCOMES), text: z.string(), unitName: z.string(), at: Instant }),
  ),
})
export type AskView = z.infer<typeof AskView>

/** An order as its requester sees it. */
export const OrderView = z.object({
  ...OrderCard.shape,
  /** Server time of this answer: countdowns run on it. */
  serverTime: Instant,
  version: z.int(),
  requester: z.enum(REQUESTER_TYPES),
  category: z.string(),
  /** What the requester answered to the category's question. */
  factWords: z.optional(z.string()),
  place: z.object({
    words: z.string(),
    district: z.string(),
    street: z.optional(z.string()),
    detail: z.string(),
  }),
  text: z.string(),
  /** What the requester added afterwards, oldest first. */
  additions: z.array(z.object({ at: Instant, text: z.string() })),
  confidentiality: z.enum(CONFIDENTIALITIES),
  /** Masked: 王** / 138****0000. Absent for anonymous appeals. */
  contact: z.optional(z.object({ name: z.string(), phone: z.string() })),
  /** Who submitted it for that person (代办), masked like the contact. */
  agent: z.optional(z.object({ name: z.string(), phone: z.string(), relation: z.enum(AGENT_RELATIONS) })),
  attachments: z.array(Attachment),
  findings: z.array(ScopeFinding),
  unitName: z.optional(z.string()),
  /** The line whose seats took the order: 12329 全国统一住房公积金热线（双号并行） */
  lineWords: z.optional(z.string()),
  coUnitNames: z.array(z.string()),
  round: z.int(),
  maxRounds: z.int(),
  milestones: z.array(MilestoneView),
  timeline: z.array(TimelineEntry),
  /** The question to answer while the order waits for more information. */
  question: z.optional(z.string()),
  /** The appeal split into what is asked for (诉求点), each with its latest answer; empty when it asks for one thing. */
  asks: z.array(AskView),
  reply: z.optional(
    z.object({
      text: z.string(),
      at: Instant,
      unitName: z.string(),
      round: z.int(),
      /** Not judged by satisfaction alone: mediation and law enforcement. */
      nature: z.enum(MATTER_NATURES),
    }),
  ),
  rating: z.optional(Rating),
  /** Until when the latest reply can be rated. */
  ratingOpenUntil: z.optional(Instant),
  declined: z.optional(
    z.object({ reason: z.string(), source: z.optional(z.string()), goTo: z.optional(z.string()) }),
  ),
  /** What this reader may do now. */
  allowed: z.array(z.enum(ORDER_ACTIONS)),
})
export type OrderView = z.infer<typeof OrderView>

export const OrderReceipt = z.object({
  order: OrderView,
  /** Shown once; needed with the number to look the order up. */
  queryCode: z.string(),
  /** Opens this one order for a while without signing in. */
  accessToken: z.string(),
  /** How the requester will hear of it. */
  news: z.object({
    /** By text message, to the number that was left. */
    sms: z.boolean(),
    /** The subscribe-message template to agree to, where the submitter's WeChat is known. */
    wechatTemplate: z.optional(z.string()),
  }),
})
export type OrderReceipt = z.infer<typeof OrderReceipt>

export const LookupInput = z.object({
  number: OrderNumber,
  queryCode: z
    .string({ error: '请填写查询码' })
    .check(z.trim(), z.regex(/^\d{6}$/, '查询码是提交成功时给您的 6 位数字')),
})

export const LookupAnswer = z.object({ order: OrderView, accessToken: z.string() })

export const QueryCodeAnswer = z.object({ queryCode: z.string() })

/** Who opened personal data of the order, newest first. */
export const PersonalDataRead = z.object({
  at: Instant,
  byWords: z.string(),
  what: z.string(),
  why: z.string(),
})

const command = { commandId: CommandId }

export const GiveInformationInput = z.object({ ...command, text: text('补充内容', 2, 2000) })
/** Once per order: another member of staff looks at it again. */
export const ContestDeclineInput = z.object({ ...command, reason: text('异议理由', 5, 500) })
export const WithdrawInput = z.object({
  ...command,
  reason: z._default(z.string().check(z.trim(), z.maxLength(300, '原因请控制在 300 个字以内')), ''),
})
/** More words, at any time before the reply. */
export const SupplementInput = z.object({ ...command, text: text('补充说明', 2, 2000) })
/** 催办; the words may be left out. */
export const RemindInput = z.object({
  ...command,
  text: z._default(z.string().check(z.trim(), z.maxLength(300, '催办的话请控制在 300 个字以内')), ''),
})
export const RateInput = z
  .object({
    ...command,
    solved: z.enum(SOLVED_ANSWERS, { error: '请选择问题解决了没有' }),
    satisfaction: z.enum(SATISFACTION_LEVELS, { error: '请选择您满意的程度' }),
    reason: z._default(z.string().check(z.trim(), z.maxLength(500, '说明请控制在 500 个字以内')), ''),
    /** Asks that the unit handles it again. */
    asksRedo: z._default(z.boolean(), false),
  })
  .check(
    z.refine((r) => !r.asksRedo || (typeof r.reason === 'string' && r.reason.trim().length >= 2), {
      ...together,
      path: ['reason'],
      error: '请简单写明哪里没有解决，承办单位才知道怎么改',
    }),
  )
