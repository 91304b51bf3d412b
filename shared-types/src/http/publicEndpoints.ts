import * as z from 'zod/mini'
import { CityBrief, CityProfile, Hotline } from '../contracts/city'
import { CityId, Instant } from '../contracts/common'
import { DeadlinePreview, DeadlinePreviewQuery } from '../contracts/deadline'
import {
  AnsweredInput,
  KnowledgeEntry,
  KnowledgeQuery,
  KnowledgeSearchAnswer,
  KnowledgeSuggestions,
  KnowledgeSuggestionsQuery,
} from '../contracts/knowledge'
import {
  Attachment,
  ContestDeclineInput,
  GiveInformationInput,
  LookupAnswer,
  LookupInput,
  MyOrdersQuery,
  OrderCard,
  OrderNumber,
  OrderReceipt,
  OrderView,
  PersonalDataRead,
  QueryCodeAnswer,
  RateInput,
  RemindInput,
  SubmitOrderInput,
  SupplementInput,
  WithdrawInput,
} from '../contracts/order'
import { PlaceAnswer, PlaceGuessInput, PlaceQuery } from '../contracts/place'
import { ScopeAnswer, ScopeCheckInput } from '../contracts/scope'
import { endpoint } from './endpoint'

const cityParams = z.object({ city: CityId })
const orderParams = z.object({ number: OrderNumber })

/** For whoever watches the portal: answers only while the database can be reached. */
export const getHealth = endpoint({
  id: 'getHealth',
  method: 'GET',
  path: '/api/v1/health',
  access: 'public',
  tag: '运行',
  summary: '服务是否可用',
  status: 200,
  response: z.object({ ok: z.literal(true), time: Instant }),
  refusals: [],
})

export const listCities = endpoint({
  id: 'listCities',
  method: 'GET',
  path: '/api/v1/cities',
  access: 'public',
  tag: '城市',
  summary: '已开通的城市',
  status: 200,
  response: z.object({ cities: z.array(CityBrief) }),
  refusals: [],
})

export const getCity = endpoint({
  id: 'getCity',
  method: 'GET',
  path: '/api/v1/cities/{city}',
  access: 'public',
  tag: '城市',
  summary: '一个城市的受理范围、类别、区划与约定',
  params: cityParams,
  status: 200,
  response: CityProfile,
  refusals: ['unknown-city'],
})

export const listHotlines = endpoint({
  id: 'listHotlines',
  method: 'GET',
  path: '/api/v1/cities/{city}/hotlines',
  access: 'public',
  tag: '城市',
  summary: '热线号码与归并方案',
  params: cityParams,
  status: 200,
  response: z.object({ hotlines: z.array(Hotline) }),
  refusals: ['unknown-city'],
})

export const previewDeadlines = endpoint({
  id: 'previewDeadlines',
  method: 'GET',
  path: '/api/v1/deadline-previews',
  access: 'public',
  tag: '时限',
  summary: '一件诉求会得到哪些时限，依据是什么',
  query: DeadlinePreviewQuery,
  status: 200,
  response: DeadlinePreview,
  refusals: ['unknown-city', 'unknown-category', 'not-offered-here'],
})

export const checkScope = endpoint({
  id: 'checkScope',
  method: 'POST',
  path: '/api/v1/scope-checks',
  access: 'public',
  tag: '受理范围',
  summary: '这段话属于受理范围吗，可能是哪一类',
  body: ScopeCheckInput,
  status: 200,
  response: ScopeAnswer,
  refusals: ['unknown-city'],
})

export const searchPlaces = endpoint({
  id: 'searchPlaces',
  method: 'GET',
  path: '/api/v1/places',
  access: 'public',
  tag: '地点',
  summary: '用自己的话写的地点，可能在哪个区市、哪个街道；在外地的，给出当地 12345',
  query: PlaceQuery,
  status: 200,
  response: PlaceAnswer,
  refusals: ['unknown-city'],
})

/** A body keeps the position out of addresses, which are written down on the way. */
export const guessPlace = endpoint({
  id: 'guessPlace',
  method: 'POST',
  path: '/api/v1/place-guesses',
  access: 'public',
  tag: '地点',
  summary: '当前位置大概在哪个区市；位置用完即弃，不保存',
  body: PlaceGuessInput,
  status: 200,
  response: PlaceAnswer,
  refusals: ['unknown-city'],
})

export const searchKnowledge = endpoint({
  id: 'searchKnowledge',
  method: 'GET',
  path: '/api/v1/knowledge',
  access: 'public',
  tag: '知识库',
  summary: '用自己的话查知识库',
  query: KnowledgeQuery,
  status: 200,
  response: KnowledgeSearchAnswer,
  refusals: ['unknown-city'],
})

export const suggestKnowledge = endpoint({
  id: 'suggestKnowledge',
  method: 'GET',
  path: '/api/v1/knowledge/suggestions',
  access: 'public',
  tag: '知识库',
  summary: '边输入边给出的问题，最多八条；可用拼音和首字母',
  query: KnowledgeSuggestionsQuery,
  status: 200,
  response: KnowledgeSuggestions,
  refusals: ['unknown-city'],
})

export const getKnowledge = endpoint({
  id: 'getKnowledge',
  method: 'GET',
  path: '/api/v1/knowledge/{id}',
  access: 'public',
  tag: '知识库',
  summary: '一条知识全文',
  params: z.object({ id: z.string().check(z.maxLength(80)) }),
  status: 200,
  response: KnowledgeEntry,
  refusals: ['not-found'],
})

export const answeredByKnowledge = endpoint({
  id: 'answeredByKnowledge',
  method: 'POST',
  path: '/api/v1/knowledge/{id}/answered',
  access: 'public',
  tag: '知识库',
  summary: '这条知识解决了问题没有；不记是谁，同一 commandId 只计一次',
  params: z.object({ id: z.string().check(z.maxLength(80)) }),
  body: AnsweredInput,
  status: 204,
  response: null,
  refusals: ['not-found', 'too-many-attempts'],
})

export const uploadAttachment = endpoint({
  id: 'uploadAttachment',
  method: 'POST',
  path: '/api/v1/attachments',
  access: 'public',
  tag: '诉求',
  summary: '上传一张照片或一段短视频（multipart/form-data，字段名 file；照片 10 MB、视频 30 MB 以内）',
  upload: 'file',
  status: 201,
  response: Attachment,
  refusals: ['too-many-attempts'],
})

export const submitOrder = endpoint({
  id: 'submitOrder',
  method: 'POST',
  path: '/api/v1/orders',
  access: 'public',
  tag: '诉求',
  summary: '提交诉求；同一 commandId 重复提交得到同一工单',
  body: SubmitOrderInput,
  status: 201,
  response: OrderReceipt,
  refusals: [
    'unknown-city',
    'unknown-category',
    'not-offered-here',
    'out-of-scope',
    'call-first',
    'unknown-attachment',
    'too-many-attempts',
  ],
})

export const listMyOrders = endpoint({
  id: 'listMyOrders',
  method: 'GET',
  path: '/api/v1/orders',
  access: 'requester',
  tag: '诉求',
  summary: '我提交的工单，新的在前',
  query: MyOrdersQuery,
  status: 200,
  response: z.object({ orders: z.array(OrderCard), next: z.optional(z.string()) }),
  refusals: [],
})

export const lookUpOrder = endpoint({
  id: 'lookUpOrder',
  method: 'POST',
  path: '/api/v1/order-lookups',
  access: 'public',
  tag: '诉求',
  summary: '凭编号和查询码查看工单',
  body: LookupInput,
  status: 200,
  response: LookupAnswer,
  refusals: ['wrong-number-or-code', 'too-many-attempts'],
})

export const getOrder = endpoint({
  id: 'getOrder',
  method: 'GET',
  path: '/api/v1/orders/{number}',
  access: 'order',
  tag: '诉求',
  summary: '工单的办理过程、时限与答复',
  params: orderParams,
  status: 200,
  response: OrderView,
  refusals: ['not-found'],
})

export const getQueryCode = endpoint({
  id: 'getQueryCode',
  method: 'GET',
  path: '/api/v1/orders/{number}/query-code',
  access: 'requester',
  tag: '诉求',
  summary: '提交人本人再看一次查询码',
  params: orderParams,
  status: 200,
  response: QueryCodeAnswer,
  refusals: ['not-found'],
})

export const listPersonalDataReads = endpoint({
  id: 'listPersonalDataReads',
  method: 'GET',
  path: '/api/v1/orders/{number}/personal-data-reads',
  access: 'order',
  tag: '诉求',
  summary: '谁查看过我的联系方式',
  params: orderParams,
  status: 200,
  response: z.object({ reads: z.array(PersonalDataRead) }),
  refusals: ['not-found'],
})

const requesterCommand = {
  method: 'POST',
  access: 'order',
  tag: '诉求',
  params: orderParams,
  status: 200,
  response: OrderView,
  refusals: ['not-found', 'not-allowed-now', 'moved-on'],
} as const

export const giveInformation = endpoint({
  ...requesterCommand,
  id: 'giveInformation',
  path: '/api/v1/orders/{number}/information',
  summary: '补充信息',
  body: GiveInformationInput,
})

export const contestDecline = endpoint({
  ...requesterCommand,
  id: 'contestDecline',
  path: '/api/v1/orders/{number}/contests',
  summary: '对不予受理提出异议（一次），由另一位工作人员复核',
  body: ContestDeclineInput,
})

export const withdrawOrder = endpoint({
  ...requesterCommand,
  id: 'withdrawOrder',
  path: '/api/v1/orders/{number}/withdrawal',
  summary: '撤回诉求',
  body: WithdrawInput,
})

export const rateOrder = endpoint({
  ...requesterCommand,
  id: 'rateOrder',
  path: '/api/v1/orders/{number}/ratings',
  summary: '评价：解决了没有，满意不满意',
  body: RateInput,
})

export const supplementOrder = endpoint({
  ...requesterCommand,
  id: 'supplementOrder',
  path: '/api/v1/orders/{number}/supplements',
  summary: '补充说明，答复前随时可以',
  body: SupplementInput,
})

export const remindOrder = endpoint({
  ...requesterCommand,
  id: 'remindOrder',
  path: '/api/v1/orders/{number}/reminders',
  summary: '催办，有间隔时间',
  body: RemindInput,
})
