/** Refusals made HTTP: RFC 9457 problem+json with a text for people (Chinese or English) and a stable code for programs. */
import type { FieldProblem, Language, Problem, Refusal } from '@jiesu/shared-types'
import { fieldsInEnglish, inEnglish, PROBLEMS_IN_ENGLISH } from './english'

interface Wording {
  readonly status: number
  readonly title: string
  readonly detail: string
}

const TABLE: Record<Refusal, Wording> = {
  'invalid-input': {
    status: 422,
    title: '有几处还要再核对一下',
    detail: '请按各项旁边的提示修改，已填写的内容都还在。',
  },
  'malformed-body': {
    status: 400,
    title: '没有读懂发来的内容',
    detail: '请求体不是有效的 JSON，请检查后再发。',
  },
  'body-too-large': {
    status: 413,
    title: '内容太大了',
    detail: '请缩短文字或压缩照片后再发，已填写的内容都还在。',
  },
  'headers-too-large': {
    status: 431,
    title: '网址或请求头太长了',
    detail: '请缩短网址里的内容后再试，已填写的内容都还在。',
  },
  'request-timeout': {
    status: 408,
    title: '等了很久没有收到内容',
    detail: '请检查网络后再发，已填写的内容都还在。',
  },
  'unsupported-media': {
    status: 415,
    title: '这种格式暂时收不了',
    detail: '文字请用 application/json；照片请用 JPG、PNG、WebP 或 HEIC，视频请用 MP4、MOV 或 WebM。',
  },
  'not-found': {
    status: 404,
    title: '没有找到',
    detail: '请核对编号或网址；也可以拨打 12345 由工作人员帮您查询。',
  },
  'method-not-allowed': {
    status: 405,
    title: '这个地址不支持这种操作',
    detail: '请对照接口文档检查请求方法。',
  },
  'unknown-city': {
    status: 404,
    title: '还没有开通这个城市',
    detail: '请换一个已开通的城市，或直接拨打当地 12345。',
  },
  'unknown-category': {
    status: 422,
    title: '没有这个问题类别',
    detail: '请在本市的类别里重新选择；拿不准时可以选“其他”。',
  },
  'not-offered-here': {
    status: 422,
    title: '本市没有这个选项',
    detail: '请在本市提供的选项里重新选择，已填写的内容都还在。',
  },
  'sign-in-required': { status: 401, title: '请先登录', detail: '登录后会回到这里，已填写的内容都还在。' },
  'session-expired': { status: 401, title: '登录已过期', detail: '请重新登录，已填写的内容都还在。' },
  'wrong-credentials': { status: 401, title: '没有登录成功', detail: '请核对后再试一次。' },
  'not-yours': { status: 403, title: '这一步不由您来办', detail: '如有疑问，请联系本单位或热线管理员。' },
  'not-allowed-now': {
    status: 409,
    title: '现在还不能这样做',
    detail: '工单的状态已经变化，请刷新后查看可以进行的操作。',
  },
  'moved-on': { status: 409, title: '刚刚有人先办了一步', detail: '请刷新后再试，您写的内容还在。' },
  'out-of-scope': {
    status: 422,
    title: '这件事可能不在受理范围',
    detail: '请看提示：可以修改、改走对应渠道，或选择“仍要提交”，由工作人员判断。',
  },
  'call-first': {
    status: 422,
    title: '情况紧急，请先打电话',
    detail:
      '请先拨打提示里的电话；已拨打或不用拨打的，确认后可以留下文字，由工作人员来看。您写的内容都还在。',
  },
  'wrong-number-or-code': {
    status: 404,
    title: '编号和查询码对不上',
    detail: '请核对提交成功时给您的 16 位编号和 6 位查询码。',
  },
  'too-many-attempts': {
    status: 429,
    title: '试得太频繁了',
    detail: '为了保护大家的信息，请稍等一会儿再试。',
  },
  'too-many-connections': {
    status: 429,
    title: '暂时不能自动更新',
    detail: '同时打开的页面太多了。内容仍然可以手动刷新；关掉几个页面后会自动恢复。',
  },
  'unknown-attachment': {
    status: 422,
    title: '有照片没有找到',
    detail: '照片可能已过期，请移除后重新上传，文字内容都还在。',
  },
  'outside-service-down': {
    status: 503,
    title: '外部服务暂时没有回应',
    detail: '请过一会儿再试，已填写的内容都还在。',
  },
  'storage-unavailable': {
    status: 503,
    title: '系统正在恢复',
    detail: '请过一会儿再试，已填写的内容都还在；急事请直接拨打 12345。',
  },
  internal: {
    status: 500,
    title: '系统出了点问题',
    detail: '我们已经记下。请过一会儿再试，已填写的内容都还在；急事请直接拨打 12345。',
  },
}

export const statusOf = (refusal: Refusal): number => TABLE[refusal].status

interface Extra {
  readonly detail?: string | undefined
  readonly fields?: readonly FieldProblem[] | undefined
  /** Seconds. */
  readonly retryAfter?: number | undefined
  readonly instance?: string | undefined
}

const wordsOf = (
  refusal: Refusal,
  { detail, fields }: Extra,
  language: Language,
): Pick<Problem, 'title' | 'detail' | 'fields'> => {
  const own = TABLE[refusal]
  if (language === 'zh-CN')
    return { title: own.title, detail: detail ?? own.detail, ...(fields && { fields: [...fields] }) }
  const english = PROBLEMS_IN_ENGLISH[refusal]
  const said = detail === undefined ? undefined : inEnglish(detail)
  return {
    title: english.title,
    detail: said ?? english.detail,
    ...(fields && { fields: fieldsInEnglish(fields) }),
  }
}

export const problem = (refusal: Refusal, extra: Extra = {}, language: Language = 'zh-CN'): Problem => {
  return {
    type: `/docs/problems#${refusal}`,
    status: TABLE[refusal].status,
    code: refusal,
    ...wordsOf(refusal, extra, language),
    ...(extra.instance === undefined ? {} : { instance: extra.instance }),
    ...(extra.retryAfter === undefined ? {} : { retryAfter: extra.retryAfter }),
  }
}

/** Thrown by use cases and shells to leave with a refusal; rules return theirs as values. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly extra: Extra = {},
  ) {
    super(refusal)
  }
}

/** The table for the documentation. */
export const PROBLEM_TABLE: readonly (Wording & { code: Refusal })[] = (Object.keys(TABLE) as Refusal[]).map(
  (code) => ({ code, ...TABLE[code] }),
)
