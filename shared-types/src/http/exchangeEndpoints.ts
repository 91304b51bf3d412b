/** 信息共享 (榕政办〔2021〕104号 三(十一)、烟政办发〔2021〕3号 第14条): what units' own systems call, and who looks after it. */
import * as z from 'zod/mini'
import { NoteProgressInput, ReceiveInput, ReplyInput } from '../contracts/desk'
import {
  DeadDeliveries,
  DeadDeliveriesQuery,
  ExchangeAnswer,
  ExchangeSystemView,
  FeedPage,
  FeedQuery,
  ReplayAnswer,
  TransferInAnswer,
  TransferInInput,
} from '../contracts/exchange'
import { PushKnowledgeAnswer, PushKnowledgeInput } from '../contracts/knowledgePush'
import { OrderNumber } from '../contracts/order'
import { endpoint } from './endpoint'

const system = { access: 'system', tag: '部门系统对接', status: 200 } as const

/** An empty page is a 200 without events; asked again with its ETag in If-None-Match it is a 304. */
export const listExchangeEvents = endpoint({
  ...system,
  id: 'listExchangeEvents',
  method: 'GET',
  path: '/api/v1/exchange/events',
  summary: '按先后拉取本单位工单的全部事件',
  query: FeedQuery,
  response: FeedPage,
  refusals: ['too-many-attempts'],
})

const command = {
  ...system,
  method: 'POST',
  params: z.object({ number: OrderNumber }),
  response: ExchangeAnswer,
  refusals: ['not-found', 'not-yours', 'not-allowed-now', 'moved-on', 'too-many-attempts'],
} as const

export const exchangeReceive = endpoint({
  ...command,
  id: 'exchangeReceive',
  path: '/api/v1/exchange/orders/{number}/receive',
  summary: '部门系统回传：签收',
  body: ReceiveInput,
})
export const exchangeReply = endpoint({
  ...command,
  id: 'exchangeReply',
  path: '/api/v1/exchange/orders/{number}/reply',
  summary: '部门系统回传：答复诉求人',
  body: ReplyInput,
})
export const exchangeProgress = endpoint({
  ...command,
  id: 'exchangeProgress',
  path: '/api/v1/exchange/orders/{number}/progress',
  summary: '部门系统回传：办理进展，给诉求人看或仅供内部',
  body: NoteProgressInput,
})

/** 热线联动 (烟政办发〔2021〕3号 第4条, 榕政办〔2021〕104号 三(一)): what came in on another line and belongs here. */
export const exchangeTransferIn = endpoint({
  ...system,
  id: 'exchangeTransferIn',
  method: 'POST',
  path: '/api/v1/exchange/transfers',
  summary: '其他热线转来的诉求，记下从哪条热线转来',
  body: TransferInInput,
  status: 201,
  response: TransferInAnswer,
  refusals: ['not-yours', 'not-offered-here', 'unknown-category', 'unknown-attachment', 'too-many-attempts'],
})

/** 共建共享: what a unit keeps in a system of its own. Lines are judged one by one; the same line again changes nothing. */
export const exchangePushKnowledge = endpoint({
  ...system,
  id: 'exchangePushKnowledge',
  method: 'POST',
  path: '/api/v1/exchange/knowledge',
  summary: '部门系统推送本单位的知识条目：成为提交单位审核的草稿，逐条给出结果',
  body: PushKnowledgeInput,
  bodyLimit: 2 * 1024 * 1024,
  response: PushKnowledgeAnswer,
  refusals: ['too-many-attempts'],
})

const keeper = { access: 'staff', tag: '对接管理', status: 200 } as const

export const listExchangeSystems = endpoint({
  ...keeper,
  id: 'listExchangeSystems',
  method: 'GET',
  path: '/api/v1/desk/exchange/systems',
  summary: '本市接入的部门系统和推送情况',
  response: z.object({ systems: z.array(ExchangeSystemView) }),
  refusals: ['not-yours'],
})
export const listDeadDeliveries = endpoint({
  ...keeper,
  id: 'listDeadDeliveries',
  method: 'GET',
  path: '/api/v1/desk/exchange/dead-deliveries',
  summary: '多次推送没有成功、已停止的推送',
  query: DeadDeliveriesQuery,
  response: DeadDeliveries,
  refusals: ['not-yours'],
})
export const replayDelivery = endpoint({
  ...keeper,
  id: 'replayDelivery',
  method: 'POST',
  path: '/api/v1/desk/exchange/dead-deliveries/{delivery}/replay',
  summary: '重新推送一条',
  params: z.object({ delivery: z.string() }),
  response: ReplayAnswer,
  refusals: ['not-yours', 'not-found'],
})
export const replaySystem = endpoint({
  ...keeper,
  id: 'replaySystem',
  method: 'POST',
  path: '/api/v1/desk/exchange/systems/{system}/replay',
  summary: '重新推送给一个部门系统的全部已停止推送',
  params: z.object({ system: z.string() }),
  response: ReplayAnswer,
  refusals: ['not-yours', 'not-found'],
})
