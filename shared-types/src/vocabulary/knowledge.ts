import type { StaffRole } from './roles'

/** Where the work on an entry stands; `none`: nothing is being changed; `discarded`: given up before it was ever public. */
export const KNOWLEDGE_STAGES = [
  'none',
  'draft',
  'unit-review',
  'cross-check',
  'to-publish',
  'discarded',
] as const
export type KnowledgeStage = (typeof KNOWLEDGE_STAGES)[number]
export const KNOWLEDGE_STAGE_WORDS: Record<KnowledgeStage, string> = {
  none: '没有修改',
  draft: '草稿',
  'unit-review': '待单位审核',
  'cross-check': '待会核',
  'to-publish': '待热线发布',
  discarded: '已放弃',
}

/** What is done with an entry by hand. */
export const KNOWLEDGE_ACTIONS = [
  'edit',
  'submit',
  'discard',
  'approve',
  'return',
  'withdraw',
  'roll-back',
  'confirm',
  'close-task',
] as const
export type KnowledgeAction = (typeof KNOWLEDGE_ACTIONS)[number]

export const KNOWLEDGE_EVENTS = [
  'imported',
  'brought-in',
  'edited',
  'submitted',
  'unit-approved',
  'cross-checked',
  'returned',
  'discarded',
  'published',
  'withdrawn',
  'rolled-back',
  'confirmed',
  'task-opened',
  'task-urged',
  'task-closed',
] as const
export type KnowledgeEventType = (typeof KNOWLEDGE_EVENTS)[number]
export const KNOWLEDGE_EVENT_WORDS: Record<KnowledgeEventType, string> = {
  imported: '随城市资料发布',
  'brought-in': '导入',
  edited: '修改草稿',
  submitted: '提交审核',
  'unit-approved': '单位审核通过',
  'cross-checked': '会核通过',
  returned: '退回修改',
  discarded: '放弃草稿',
  published: '发布',
  withdrawn: '下架',
  'rolled-back': '恢复旧版',
  confirmed: '复核无误',
  'task-opened': '新增任务',
  'task-urged': '督办',
  'task-closed': '任务办结',
}

/** 查漏纠错 by the public, and rechecks by the calendar. */
export const KNOWLEDGE_TASKS = ['correction', 'recheck'] as const
export type KnowledgeTaskKind = (typeof KNOWLEDGE_TASKS)[number]
export const KNOWLEDGE_TASK_WORDS: Record<KnowledgeTaskKind, string> = {
  correction: '查漏纠错',
  recheck: '定期复核',
}

/** What came of a search: only counted, or not solved although something was found. */
export const SEARCH_OUTCOMES = ['asked', 'unsolved'] as const
export type SearchOutcome = (typeof SEARCH_OUTCOMES)[number]

export const KNOWLEDGE_QUEUES = ['mine', 'corrections', 'recheck', 'overdue', 'all'] as const
export type KnowledgeQueue = (typeof KNOWLEDGE_QUEUES)[number]

/** Fields of an entry, in the order in which they are written. */
export const KNOWLEDGE_FIELDS = [
  'title',
  'phrasings',
  'shortAnswer',
  'sections',
  'attachments',
  'phones',
  'links',
  'source',
  'validFrom',
  'validUntil',
  'unit',
  'sharedWith',
  'topic',
  'districts',
  'audience',
  'related',
  'checkedOn',
] as const
export type KnowledgeField = (typeof KNOWLEDGE_FIELDS)[number]
export const KNOWLEDGE_FIELD_WORDS: Record<KnowledgeField, string> = {
  title: '标准问题',
  phrasings: '相似问法',
  shortAnswer: '简答',
  sections: '详细解答',
  attachments: '附件',
  phones: '电话',
  links: '网址',
  source: '政策依据',
  validFrom: '生效日期',
  validUntil: '失效日期',
  unit: '责任单位',
  sharedWith: '会核单位',
  topic: '主题',
  districts: '适用区市',
  audience: '适用对象',
  related: '相关问题',
  checkedOn: '核对日期',
}

/** As the recording standard has it: what fits on two lines of a phone. */
export const SHORT_ANSWER_MOST = 80

/** What a section of the full answer is about; one without a kind is `other`, e.g. a rule or an explanation. */
export const SECTION_KINDS = [
  'conditions',
  'materials',
  'steps',
  'fees',
  'limits',
  'places',
  'other',
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]
export const SECTION_KIND_WORDS: Record<SectionKind, string> = {
  conditions: '办理条件',
  materials: '所需材料',
  steps: '办理步骤',
  fees: '收费',
  limits: '办理时限',
  places: '办理地点',
  other: '其他',
}

/** Whom an entry is for (适用对象), as editors and readers choose; imports may name others in words of their own. */
export const KNOWLEDGE_AUDIENCES = [
  'person',
  'enterprise',
  'elderly',
  'disabled',
  'minor',
  'worker',
  'foreigner',
] as const
export type KnowledgeAudience = (typeof KNOWLEDGE_AUDIENCES)[number]
export const KNOWLEDGE_AUDIENCE_WORDS: Record<KnowledgeAudience, string> = {
  person: '个人',
  enterprise: '企业',
  elderly: '老年人',
  disabled: '残疾人',
  minor: '未成年人及家长',
  worker: '劳动者',
  foreigner: '外籍人士',
}
/** Everybody but enterprises is a person: who looks for what is for persons also finds what is for some of them. */
export const audiencesOf = (named: readonly string[]): string[] =>
  named.every((one) => one === 'enterprise') || named.includes('person') ? [...named] : [...named, 'person']

/** Files that belong to an entry (附件): forms to fill in, guides, pictures. */
export const ENTRY_FILE_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/jpeg',
  'image/png',
] as const
export type EntryFileType = (typeof ENTRY_FILE_TYPES)[number]
/** What such a file is called, and how its name ends. */
export const ENTRY_FILE_TYPE_WORDS: Record<
  EntryFileType,
  { readonly name: string; readonly ending: string }
> = {
  'application/pdf': { name: 'PDF', ending: 'pdf' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    name: 'Word',
    ending: 'docx',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { name: 'Excel', ending: 'xlsx' },
  'image/jpeg': { name: 'JPG', ending: 'jpg' },
  'image/png': { name: 'PNG', ending: 'png' },
}
export const ENTRY_FILE_MOST_BYTES = 10 * 1024 * 1024
export const ENTRY_FILES_MOST = 10

/** What the recording standard (采编标准) finds; `must` keeps an entry from being submitted. */
export const KNOWLEDGE_FINDINGS = {
  'missing-title': { field: 'title', must: true, words: '请写明标准问题。' },
  'few-phrasings': { field: 'phrasings', must: false, words: '相似问法少于 4 个，群众换个说法可能查不到。' },
  'missing-short-answer': { field: 'shortAnswer', must: true, words: '请写简答。' },
  'long-short-answer': {
    field: 'shortAnswer',
    must: true,
    words: '简答请控制在 80 个字以内，细节写到详细解答里。',
  },
  'missing-sections': { field: 'sections', must: true, words: '请至少写一段详细解答。' },
  'repeated-heading': { field: 'sections', must: false, words: '有两段用了同一个小标题。' },
  'unknown-phone': { field: 'phones', must: true, words: '号码不在热线名录和本市资料里，请核对：' },
  'insecure-link': { field: 'links', must: false, words: '网址不是 https 开头，请核对：' },
  'missing-source': { field: 'source', must: true, words: '请写明依据的文件。' },
  'missing-source-item': { field: 'source', must: false, words: '请写明依据的是文件第几条。' },
  'expired-source': { field: 'validUntil', must: true, words: '依据已经失效，请更新依据或申请下架。' },
  'not-yet-valid': { field: 'validFrom', must: true, words: '依据还没有生效，请到生效日再提交。' },
  'reversed-validity': { field: 'validUntil', must: true, words: '失效日期早于生效日期。' },
  'missing-unit': { field: 'unit', must: true, words: '请选择本市的责任单位。' },
  'shared-with-itself': { field: 'sharedWith', must: true, words: '会核单位请选择责任单位以外的本市单位。' },
  'unknown-district': { field: 'districts', must: true, words: '本市没有这个区市：' },
  'unknown-topic': { field: 'topic', must: true, words: '本市没有这个主题。' },
  'missing-checked-on': { field: 'checkedOn', must: true, words: '请写明核对日期。' },
  'checked-in-future': { field: 'checkedOn', must: true, words: '核对日期不能晚于今天。' },
} as const satisfies Record<string, { field: KnowledgeField; must: boolean; words: string }>
export type KnowledgeFindingCode = keyof typeof KNOWLEDGE_FINDINGS

/** Why a line that a unit's own system pushed was not taken. */
export const KNOWLEDGE_PUSH_REFUSALS = [
  'invalid',
  'findings',
  'not-yours',
  'being-edited',
  'in-review',
  'not-public',
] as const
export type KnowledgePushRefusal = (typeof KNOWLEDGE_PUSH_REFUSALS)[number]

/** Those who work on the knowledge or watch over it; 督办员 only watch. */
export const KNOWLEDGE_ROLES = [
  'knowledge-editor',
  'knowledge-reviewer',
  'manager',
  'supervisor',
] as const satisfies readonly StaffRole[]
/** Files of other systems come in by the hotline's reviewer; who answers for a unit takes its own entries out. */
export const importsKnowledge = (role: StaffRole): boolean => role === 'knowledge-reviewer'
export const exportsKnowledge = (role: StaffRole): boolean =>
  role === 'knowledge-reviewer' || role === 'manager'
export const worksOnKnowledge = (role: StaffRole): boolean =>
  (KNOWLEDGE_ROLES as readonly StaffRole[]).includes(role)
