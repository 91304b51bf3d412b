import * as z from 'zod/mini'
import {
  ENTRY_FILES_MOST,
  KNOWLEDGE_ACTIONS,
  KNOWLEDGE_EVENTS,
  KNOWLEDGE_FIELDS,
  KNOWLEDGE_QUEUES,
  KNOWLEDGE_STAGES,
  KNOWLEDGE_TASKS,
  SECTION_KINDS,
} from '../vocabulary/knowledge'
import { CityId, CommandId, Day, Instant, text } from './common'
import { EntryFile } from './knowledge'

const list = <T extends z.ZodMiniType>(of: T, what: string, most: number) =>
  z.array(of, { error: `请填写${what}` }).check(z.maxLength(most, `${what}请控制在 ${most} 项以内`))
/** May stay empty in a draft. */
const words = (what: string, most: number) => text(what, 0, most)
const id = (what: string) =>
  z.string({ error: `请选择${what}` }).check(z.regex(/^[a-z0-9-]{1,80}$/, `请选择${what}`))
const url = z.string({ error: '请填写网址' }).check(z.regex(/^https?:\/\/\S{3,500}$/, '网址以 https:// 开头'))

/** An entry as its unit writes it; what is missing in a draft is found by the recording standard, not refused here. */
export const EntryContentInput = z.object({
  title: words('标准问题', 200),
  phrasings: list(text('相似问法', 1, 200), '相似问法', 50),
  shortAnswer: words('简答', 300),
  sections: list(
    z.object({
      kind: z.optional(z.enum(SECTION_KINDS, { error: '请选择这一段是什么' })),
      heading: text('小标题', 1, 40),
      text: text('详细解答', 1, 10_000),
    }),
    '详细解答',
    20,
  ),
  /** Files uploaded before (`uploadKnowledgeFile`), by the names under which readers see them. */
  attachments: z.optional(
    list(
      z.object({
        id: z.string({ error: '请重新上传附件' }).check(z.maxLength(80, '请重新上传附件')),
        name: text('附件名称', 1, 80),
      }),
      '附件',
      ENTRY_FILES_MOST,
    ),
  ),
  phones: list(
    z.object({
      name: text('电话名称', 1, 60),
      number: z
        .string({ error: '请填写号码' })
        .check(z.trim(), z.regex(/^[\d-]{3,14}$/, '号码只写数字和横线')),
    }),
    '电话',
    20,
  ),
  links: list(z.object({ name: text('网址名称', 1, 60), url }), '网址', 20),
  source: z.object({
    document: words('文件', 200),
    item: words('条款', 100),
    quote: z.optional(words('原文', 2000)),
    url: z.optional(url),
  }),
  validFrom: z.optional(Day),
  validUntil: z.optional(Day),
  unit: id('责任单位'),
  unitName: z.optional(words('解答单位', 100)),
  sharedWith: z.optional(id('会核单位')),
  topic: id('主题'),
  districts: list(id('区市'), '适用区市', 100),
  audience: list(text('适用对象', 1, 40), '适用对象', 20),
  related: list(id('相关问题'), '相关问题', 20),
  /** Absent: never, as far as is known; it cannot be submitted so. */
  checkedOn: z.optional(Day),
})
export type EntryContentInput = z.output<typeof EntryContentInput>

const DeskTask = z.object({
  id: z.string(),
  kind: z.enum(KNOWLEDGE_TASKS),
  at: Instant,
  due: Instant,
  late: z.boolean(),
  text: z.optional(z.string()),
  /** Whether somebody hears the outcome; who, the desk need not know. */
  told: z.boolean(),
  /** 督办: how often, when last and in which words. */
  urged: z.optional(z.object({ times: z.int(), at: Instant, why: z.string() })),
  /** This person may urge it now. */
  mayUrge: z.boolean(),
  outcome: z.optional(z.string()),
  closedAt: z.optional(Instant),
})

export const KnowledgeRow = z.object({
  id: z.string(),
  title: z.string(),
  unitName: z.string(),
  stage: z.enum(KNOWLEDGE_STAGES),
  live: z.boolean(),
  /** It was public, and is no more. */
  withdrawn: z.boolean(),
  /** Open tasks, and when the first of them is due. */
  tasks: z.int(),
  due: z.optional(Instant),
  late: z.boolean(),
  /** A supervisor has urged one of the tasks. */
  urged: z.boolean(),
})
export type KnowledgeRow = z.infer<typeof KnowledgeRow>

const counts = Object.fromEntries(KNOWLEDGE_QUEUES.map((queue) => [queue, z.int()])) as Record<
  (typeof KNOWLEDGE_QUEUES)[number],
  z.ZodMiniNumberFormat
>
const named = z.array(z.object({ id: z.string(), name: z.string() }))

export const KnowledgeDeskList = z.object({
  entries: z.array(KnowledgeRow),
  counts: z.object(counts),
  /** More than are listed. */
  more: z.boolean(),
})
export type KnowledgeDeskList = z.infer<typeof KnowledgeDeskList>

/** What an editor chooses from. */
export const KnowledgeChoices = z.object({
  /** Empty for those who write no entries. */
  unit: z.optional(z.string()),
  units: named,
  topics: named,
  districts: named,
})
export type KnowledgeChoices = z.infer<typeof KnowledgeChoices>

export const FieldChange = z.object({
  field: z.enum(KNOWLEDGE_FIELDS),
  lines: z.array(z.object({ mark: z.enum(['same', 'gone', 'new']), text: z.string() })),
})

export const KnowledgeDeskEntry = z.object({
  id: z.string(),
  city: CityId,
  /** Named in every command: another one means that somebody was faster. */
  version: z.int(),
  stage: z.enum(KNOWLEDGE_STAGES),
  /** Number of the public version. */
  live: z.optional(z.int()),
  /** What is worked on, or public, or was last. */
  content: EntryContentInput,
  /** The content's attachments as they can be fetched. */
  files: z.array(EntryFile),
  /** The content's related entries by their titles; one that is gone by its id. */
  related: named,
  unitName: z.string(),
  /** Why it is changed, or what is to be changed after a return. */
  why: z.optional(z.string()),
  findings: z.array(
    z.object({ code: z.string(), field: z.enum(KNOWLEDGE_FIELDS), must: z.boolean(), text: z.string() }),
  ),
  /** What is worked on, against what is public. */
  changes: z.array(FieldChange),
  /** Newest first, each against the one before it. */
  versions: z.array(
    z.object({
      number: z.int(),
      at: Instant,
      /** Who it was, as colleagues know them; absent for what came with the city's files. */
      byWords: z.optional(z.string()),
      why: z.optional(z.string()),
      changes: z.array(FieldChange),
    }),
  ),
  tasks: z.array(DeskTask),
  /** Newest first. */
  events: z.array(
    z.object({
      type: z.enum(KNOWLEDGE_EVENTS),
      at: Instant,
      /** Who it was, as colleagues know them; absent for what came with the city's files. */
      byWords: z.optional(z.string()),
      why: z.optional(z.string()),
      version: z.optional(z.int()),
    }),
  ),
  actions: z.array(z.enum(KNOWLEDGE_ACTIONS)),
})
export type KnowledgeDeskEntry = z.infer<typeof KnowledgeDeskEntry>

export const DraftEntryInput = z.object({ commandId: CommandId, content: EntryContentInput })

const TaskId = z.string('请选择任务').check(z.maxLength(100, '请选择任务'))
const Expected = z.int('请先刷新').check(z.gte(0, '请先刷新'))
export const EditEntryInput = z.object({
  commandId: CommandId,
  version: Expected,
  content: EntryContentInput,
})

/**
 * `to` for 恢复旧版, `task` for 办结任务, `settles` for tasks that a version answers and that are closed with its
 * publication; the reason where the step has to be explained.
 */
export const MoveEntryInput = z.object({
  commandId: CommandId,
  version: Expected,
  action: z.enum(
    ['submit', 'discard', 'approve', 'return', 'withdraw', 'roll-back', 'confirm', 'close-task'],
    {
      error: '请选择要办的事',
    },
  ),
  why: z.optional(text('理由或结果', 0, 500)),
  to: z.optional(z.int('请选择版本')),
  task: z.optional(TaskId),
  settles: z.optional(
    z.object(
      { tasks: list(TaskId, '一并办结的任务', 200), outcome: text('处理结果', 2, 500) },
      { error: '请选择一并办结的任务' },
    ),
  ),
})

/** 督办一项逾期的任务 */
export const UrgeTaskInput = z.object({
  commandId: CommandId,
  task: z.string('请选择任务').check(z.maxLength(100, '请选择任务')),
  why: text('督办意见', 2, 200),
})
