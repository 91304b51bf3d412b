/** Who submits (诉求人): 群众 or 企业. Yantai gives each its own limit (烟政办发〔2021〕3号 第11条①②). */
export const REQUESTER_TYPES = ['citizen', 'enterprise'] as const
export type RequesterType = (typeof REQUESTER_TYPES)[number]

/** 诉求类型. A city's data says which of these its document names (Fuzhou's lacks 举报). */
export const APPEAL_KINDS = ['consult', 'help', 'complaint', 'report', 'suggestion'] as const
export type AppealKind = (typeof APPEAL_KINDS)[number]

/** 实名 / 实名保密 / 匿名: who may learn the requester's name. A city's data says which it offers. */
export const CONFIDENTIALITIES = ['open', 'confidential', 'anonymous'] as const
export type Confidentiality = (typeof CONFIDENTIALITIES)[number]

/** 代办: what the one who submits is to the person concerned (当事人). */
export const AGENT_RELATIONS = ['family', 'neighbour', 'colleague', 'social-worker', 'other'] as const
export type AgentRelation = (typeof AGENT_RELATIONS)[number]

export const REQUESTER_TYPE_WORDS: Record<RequesterType, string> = { citizen: '群众', enterprise: '企业' }

export const APPEAL_KIND_WORDS: Record<AppealKind, string> = {
  consult: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '意见建议',
}

export const CONFIDENTIALITY_WORDS: Record<Confidentiality, string> = {
  open: '实名',
  confidential: '实名保密',
  anonymous: '匿名',
}

export const AGENT_RELATION_WORDS: Record<AgentRelation, string> = {
  family: '家人',
  neighbour: '邻居',
  colleague: '同事',
  'social-worker': '社区工作者',
  other: '其他',
}

/** 由家人代办: that somebody acts for the person concerned, without saying who. */
export const sayAgent = (relation: AgentRelation): string =>
  `由${relation === 'other' ? '他人' : AGENT_RELATION_WORDS[relation]}代办`

/** What an agent declares, word for word: shown beside the box that is ticked, and kept with the order. */
export const AGENT_CONSENT_WORDS: Record<RequesterType, string> = {
  citizen: '当事人本人同意我代为反映，并知道这件事会告诉承办单位',
  enterprise: '该企业同意我代为反映，并知道这件事会告诉承办单位',
}

/** What WeChat's content check said where it did not simply pass: for the hotline's people, who read the text. */
export const CONTENT_CHECKS = ['suspect', 'unavailable'] as const
export type ContentCheck = (typeof CONTENT_CHECKS)[number]

/** In the place of a district: outside the listed ones, or not known. Words then say where, and a person finds it. */
export const ELSEWHERE = 'elsewhere'
export const ELSEWHERE_WORDS = '说不清在哪个区市'
export const ELSEWHERE_IN_ENGLISH = 'District not known'
