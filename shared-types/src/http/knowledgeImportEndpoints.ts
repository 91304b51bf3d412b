import * as z from 'zod/mini'
import { KnowledgeImportCounts, KnowledgeImportPreview } from '../contracts/knowledgeImport'
import { endpoint } from './endpoint'

const desk = { access: 'staff', tag: '知识库维护', status: 200 } as const
const file = 'JSONL、CSV 或 Excel（.xlsx），10 MB、5 万行以内，multipart/form-data，字段名 file'

export const previewKnowledgeImport = endpoint({
  ...desk,
  id: 'previewKnowledgeImport',
  method: 'POST',
  path: '/api/v1/desk/knowledge-imports/preview',
  summary: `导入前先看：新增、改动、不变和不导入的各行及原因，什么都不写入（${file}）`,
  upload: 'file',
  response: KnowledgeImportPreview,
  refusals: ['not-yours'],
})

export const importKnowledge = endpoint({
  ...desk,
  id: 'importKnowledge',
  method: 'POST',
  path: '/api/v1/desk/knowledge-imports/{digest}',
  summary: `按预览导入同一个文件；文件或知识库在预览之后有变化的，什么都不写入（${file}）`,
  params: z.object({
    digest: z.string().check(z.regex(/^[\w-]{43}$/, '请先预览，再按预览导入')),
  }),
  upload: 'file',
  response: KnowledgeImportCounts,
  refusals: ['not-yours', 'moved-on'],
})

export const exportKnowledgeTable = endpoint({
  ...desk,
  id: 'exportKnowledgeTable',
  method: 'GET',
  path: '/api/v1/desk/knowledge.csv',
  summary: '本市（单位负责人：本单位）全部已发布条目的表格',
  produces: 'text/csv',
  response: z.string(),
  refusals: ['not-yours'],
})

export const exportKnowledgeLines = endpoint({
  ...desk,
  id: 'exportKnowledgeLines',
  method: 'GET',
  path: '/api/v1/desk/knowledge.jsonl',
  summary: '同样的条目，一行一个 JSON，可以再导入',
  produces: 'text/plain',
  response: z.string(),
  refusals: ['not-yours'],
})
