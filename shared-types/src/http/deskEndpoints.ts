import * as z from 'zod/mini'
import {
  AcceptInput,
  AskExtensionInput,
  ConcludeInput,
  DeclineInput,
  DeskList,
  DeskListQuery,
  DeskOrderView,
  DispatchInput,
  ExplainCauseInput,
  GrantExtensionInput,
  OrderRedoInput,
  ReceiveInput,
  RefuseExtensionInput,
  ReplyInput,
  RequestInformationInput,
  RevealContactInput,
  RevealedContact,
  LineBrief,
  UnitBrief,
} from '../contracts/desk'
import { OrderNumber } from '../contracts/order'
import { NotePetitionInput } from '../contracts/petition'
import { endpoint } from './endpoint'

const params = z.object({ number: OrderNumber })
const desk = { access: 'staff', tag: '工作台' } as const

export const listDeskOrders = endpoint({
  ...desk,
  id: 'listDeskOrders',
  method: 'GET',
  path: '/api/v1/desk/orders',
  summary: '本岗位的工单，最紧的在前',
  query: DeskListQuery,
  status: 200,
  response: DeskList,
  refusals: [],
})

export const listUnits = endpoint({
  ...desk,
  id: 'listUnits',
  method: 'GET',
  path: '/api/v1/desk/units',
  summary: '本市承办单位和可以转办的热线',
  status: 200,
  response: z.object({ units: z.array(UnitBrief), lines: z.array(LineBrief) }),
  refusals: [],
})

export const getDeskOrder = endpoint({
  ...desk,
  id: 'getDeskOrder',
  method: 'GET',
  path: '/api/v1/desk/orders/{number}',
  summary: '打开工单（承办单位第一次打开即记为首次查阅）',
  params,
  status: 200,
  response: DeskOrderView,
  refusals: ['not-found'],
})

export const revealContact = endpoint({
  ...desk,
  id: 'revealContact',
  method: 'POST',
  path: '/api/v1/desk/orders/{number}/contact-reads',
  summary: '查看诉求人联系方式（留痕，诉求人可见）',
  params,
  body: RevealContactInput,
  status: 200,
  response: RevealedContact,
  refusals: ['not-found', 'not-yours'],
})

const command = {
  ...desk,
  method: 'POST',
  params,
  status: 200,
  response: DeskOrderView,
  refusals: ['not-found', 'not-yours', 'not-allowed-now', 'moved-on'],
} as const

export const acceptOrder = endpoint({
  ...command,
  id: 'acceptOrder',
  path: '/api/v1/desk/orders/{number}/acceptance',
  summary: '受理',
  body: AcceptInput,
})
export const declineOrder = endpoint({
  ...command,
  id: 'declineOrder',
  path: '/api/v1/desk/orders/{number}/decline',
  summary: '不予受理，写明原因与去处',
  body: DeclineInput,
})
export const requestInformation = endpoint({
  ...command,
  id: 'requestInformation',
  path: '/api/v1/desk/orders/{number}/questions',
  summary: '请诉求人补充信息',
  body: RequestInformationInput,
})
export const dispatchOrder = endpoint({
  ...command,
  id: 'dispatchOrder',
  path: '/api/v1/desk/orders/{number}/dispatch',
  summary: '派单给主办单位',
  body: DispatchInput,
})
export const receiveOrder = endpoint({
  ...command,
  id: 'receiveOrder',
  path: '/api/v1/desk/orders/{number}/receipt',
  summary: '签收',
  body: ReceiveInput,
})
export const explainCause = endpoint({
  ...command,
  id: 'explainCause',
  path: '/api/v1/desk/orders/{number}/explanations',
  summary: '先向诉求人说明原因',
  body: ExplainCauseInput,
})
export const askExtension = endpoint({
  ...command,
  id: 'askExtension',
  path: '/api/v1/desk/orders/{number}/extension-requests',
  summary: '到期前申请延期',
  body: AskExtensionInput,
})
export const grantExtension = endpoint({
  ...command,
  id: 'grantExtension',
  path: '/api/v1/desk/orders/{number}/extension-grants',
  summary: '同意延期，期限随之改变，诉求人可见',
  body: GrantExtensionInput,
})
export const refuseExtension = endpoint({
  ...command,
  id: 'refuseExtension',
  path: '/api/v1/desk/orders/{number}/extension-refusals',
  summary: '不同意延期，期限不变',
  body: RefuseExtensionInput,
})
export const replyOrder = endpoint({
  ...command,
  id: 'replyOrder',
  path: '/api/v1/desk/orders/{number}/replies',
  summary: '答复诉求人',
  body: ReplyInput,
})
export const orderRedo = endpoint({
  ...command,
  id: 'orderRedo',
  path: '/api/v1/desk/orders/{number}/redo',
  summary: '核实后退回重办',
  body: OrderRedoInput,
})
export const notePetition = endpoint({
  ...command,
  id: 'notePetition',
  path: '/api/v1/desk/orders/{number}/petition-opinions',
  summary: '受理后才查到的信访重复：核实后写下意见，只有热线能看到',
  body: NotePetitionInput,
})
export const concludeOrder = endpoint({
  ...command,
  id: 'concludeOrder',
  path: '/api/v1/desk/orders/{number}/conclusion',
  summary: '核实后办结',
  body: ConcludeInput,
})
