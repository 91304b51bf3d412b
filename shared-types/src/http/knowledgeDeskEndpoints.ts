import * as z from 'zod/mini'
import {
  DraftEntryInput,
  EditEntryInput,
  KnowledgeChoices,
  KnowledgeDeskEntry,
  KnowledgeDeskList,
  MoveEntryInput,
  UrgeTaskInput,
} from '../contracts/knowledgeDesk'
import { EntryFile } from '../contracts/knowledge'
import { KNOWLEDGE_QUEUES } from '../vocabulary/knowledge'
import { endpoint } from './endpoint'

const desk = { access: 'staff', tag: '知识库维护' } as const
const params = z.object({ id: z.string().check(z.maxLength(80)) })
const commands = { params, status: 200, response: KnowledgeDeskEntry, bodyLimit: 512 * 1024 } as const

export const listKnowledgeDesk = endpoint({
  ...desk,
  id: 'listKnowledgeDesk',
  method: 'GET',
  path: '/api/v1/desk/knowledge',
  summary: '知识条目：待我办的、查漏纠错、待复核、逾期的，或全部（本单位或本市）',
  query: z.object({
    queue: z._default(z.enum(KNOWLEDGE_QUEUES, { error: '请选择列表' }), 'mine'),
    q: z._default(z.string().check(z.trim(), z.maxLength(100, '请用更短的话来查')), ''),
  }),
  status: 200,
  response: KnowledgeDeskList,
  refusals: ['not-yours'],
})

export const getKnowledgeChoices = endpoint({
  ...desk,
  id: 'getKnowledgeChoices',
  method: 'GET',
  path: '/api/v1/desk/knowledge-choices',
  summary: '编写条目时可以选择的单位、主题和区市',
  status: 200,
  response: KnowledgeChoices,
  refusals: ['not-yours'],
})

export const getKnowledgeDesk = endpoint({
  ...desk,
  id: 'getKnowledgeDesk',
  method: 'GET',
  path: '/api/v1/desk/knowledge/{id}',
  summary: '一条知识的草稿、版本、修改对照、任务和历史',
  params,
  status: 200,
  response: KnowledgeDeskEntry,
  refusals: ['not-yours', 'not-found'],
})

export const uploadKnowledgeFile = endpoint({
  ...desk,
  id: 'uploadKnowledgeFile',
  method: 'POST',
  path: '/api/v1/desk/knowledge-files',
  summary:
    '上传条目的附件（multipart/form-data，字段名 file；PDF、Word、Excel、JPG、PNG，10 MB 以内，不带宏和脚本）',
  upload: 'file',
  status: 201,
  response: EntryFile,
  refusals: ['not-yours', 'too-many-attempts'],
})

export const draftKnowledge = endpoint({
  ...desk,
  id: 'draftKnowledge',
  method: 'POST',
  path: '/api/v1/desk/knowledge',
  summary: '新写一条知识的草稿（本单位知识编辑）',
  body: DraftEntryInput,
  bodyLimit: 512 * 1024,
  status: 201,
  response: KnowledgeDeskEntry,
  refusals: ['not-yours', 'moved-on'],
})

export const editKnowledge = endpoint({
  ...desk,
  ...commands,
  id: 'editKnowledge',
  method: 'POST',
  path: '/api/v1/desk/knowledge/{id}/draft',
  summary: '修改草稿，或从已发布的内容开始修改；发布前群众看到的不变',
  body: EditEntryInput,
  refusals: ['not-yours', 'not-found', 'not-allowed-now', 'moved-on'],
})

export const moveKnowledge = endpoint({
  ...desk,
  ...commands,
  id: 'moveKnowledge',
  method: 'POST',
  path: '/api/v1/desk/knowledge/{id}/moves',
  summary: '提交、放弃草稿、审核通过、退回、下架、恢复旧版、复核无误、办结任务',
  body: MoveEntryInput,
  refusals: ['not-yours', 'not-found', 'not-allowed-now', 'moved-on'],
})

export const urgeKnowledgeTask = endpoint({
  ...desk,
  ...commands,
  id: 'urgeKnowledgeTask',
  method: 'POST',
  path: '/api/v1/desk/knowledge/{id}/urges',
  summary: '督办一项逾期的任务（热线督办员）；责任单位的知识编辑在“待我办理”里看到',
  body: UrgeTaskInput,
  refusals: ['not-yours', 'not-found', 'not-allowed-now', 'moved-on'],
})
