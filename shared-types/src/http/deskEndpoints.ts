import * as z from 'zod/mini'
import {
  AcceptInput,
  AnswerAskInput,
  AnswerDirectlyInput,
  AnswerSupervisionInput,
  AskExtensionInput,
  ConcludeInput,
  DeclareRepeatInput,
  DeclineInput,
  DeskList,
  DeskListQuery,
  DeskOrderView,
  DispatchInput,
  ExplainCauseInput,
  GrantExtensionInput,
  InviteCoUnitsInput,
  LineBrief,
  MergeInput,
  NoteProgressInput,
  OrderRedoInput,
  ReasonInput,
  ReceiveInput,
  RecordCallbackInput,
  RecordContactInput,
  RecordRulingInput,
  RefuseExtensionInput,
  ReplyInput,
  RequestInformationInput,
  ReturnOrderInput,
  RevealContactInput,
  RevealedContact,
  SplitAsksInput,
  SuperviseInput,
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
  refusals: ['not-yours'],
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
export const answerDirectly = endpoint({
  ...command,
  id: 'answerDirectly',
  path: '/api/v1/desk/orders/{number}/direct-answers',
  summary: '由热线直接答复，记下所依据的知识条目',
  body: AnswerDirectlyInput,
})
export const redispatch = endpoint({
  ...command,
  id: 'redispatch',
  path: '/api/v1/desk/orders/{number}/redispatches',
  summary: '改派给另一个单位',
  body: DispatchInput,
})
export const splitAsks = endpoint({
  ...command,
  id: 'splitAsks',
  path: '/api/v1/desk/orders/{number}/asks',
  summary: '把诉求拆分成逐点办理的事项',
  body: SplitAsksInput,
})
export const answerAsk = endpoint({
  ...command,
  id: 'answerAsk',
  path: '/api/v1/desk/orders/{number}/ask-answers',
  summary: '协办单位答复分给它的诉求点',
  body: AnswerAskInput,
})
export const mergeInto = endpoint({
  ...command,
  id: 'mergeInto',
  path: '/api/v1/desk/orders/{number}/merger',
  summary: '并入另一件相同的工单，各自保留隐私、回访和评价',
  body: MergeInput,
})
export const unmerge = endpoint({
  ...command,
  id: 'unmerge',
  path: '/api/v1/desk/orders/{number}/separation',
  summary: '取消并单，恢复单独办理',
  body: ReasonInput,
})
export const raiseUrgency = endpoint({
  ...command,
  id: 'raiseUrgency',
  path: '/api/v1/desk/orders/{number}/urgency',
  summary: '提级加急，时限只会提前',
  body: ReasonInput,
})
export const returnOrder = endpoint({
  ...command,
  id: 'returnOrder',
  path: '/api/v1/desk/orders/{number}/returns',
  summary: '在退单期限内说明原因和依据，申请退单',
  body: ReturnOrderInput,
})
export const upholdReturn = endpoint({
  ...command,
  id: 'upholdReturn',
  path: '/api/v1/desk/orders/{number}/return-approvals',
  summary: '同意退单，重新派单',
  body: ReasonInput,
})
export const refuseReturn = endpoint({
  ...command,
  id: 'refuseReturn',
  path: '/api/v1/desk/orders/{number}/return-refusals',
  summary: '不同意退单，计入不当退单',
  body: ReasonInput,
})
export const referDuty = endpoint({
  ...command,
  id: 'referDuty',
  path: '/api/v1/desk/orders/{number}/duty-referrals',
  summary: '提请编办明确责任单位',
  body: ReasonInput,
})
export const recordRuling = endpoint({
  ...command,
  id: 'recordRuling',
  path: '/api/v1/desk/orders/{number}/duty-rulings',
  summary: '登记编办的裁定，按裁定派单',
  body: RecordRulingInput,
})
export const inviteCoUnits = endpoint({
  ...command,
  id: 'inviteCoUnits',
  path: '/api/v1/desk/orders/{number}/co-units',
  summary: '请其他单位协办',
  body: InviteCoUnitsInput,
})
export const recordContact = endpoint({
  ...command,
  id: 'recordContact',
  path: '/api/v1/desk/orders/{number}/contact-records',
  summary: '登记与诉求人的联系情况',
  body: RecordContactInput,
})
export const noteProgress = endpoint({
  ...command,
  id: 'noteProgress',
  path: '/api/v1/desk/orders/{number}/progress-notes',
  summary: '写办理进展，可让诉求人看到',
  body: NoteProgressInput,
})
export const declareRepeat = endpoint({
  ...command,
  id: 'declareRepeat',
  path: '/api/v1/desk/orders/{number}/repeat-findings',
  summary: '认定无理重复诉求，写明理由，诉求人可以提出异议',
  body: DeclareRepeatInput,
})
export const recordCallback = endpoint({
  ...command,
  id: 'recordCallback',
  path: '/api/v1/desk/orders/{number}/callbacks',
  summary: '登记电话回访',
  body: RecordCallbackInput,
})
export const supervise = endpoint({
  ...command,
  id: 'supervise',
  path: '/api/v1/desk/orders/{number}/supervision',
  summary: '督办单、专题协调、约谈提醒',
  body: SuperviseInput,
})
export const answerSupervision = endpoint({
  ...command,
  id: 'answerSupervision',
  path: '/api/v1/desk/orders/{number}/supervision-answers',
  summary: '答复督办',
  body: AnswerSupervisionInput,
})
export const resumeOrder = endpoint({
  ...command,
  id: 'resumeOrder',
  path: '/api/v1/desk/orders/{number}/resumption',
  summary: '诉求人没有补充，按现有情况继续办理',
  body: ReasonInput,
})
