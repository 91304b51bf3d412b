/**
 * The questions and texts that knowledge search is measured on: `JIESU_BENCH_DATA` names a folder with
 * `retrieval/{ncp_docs,ncp_queries_dev,ncp_qa_all5000_nodoc,att4_title2reply_dev}.jsonl` and
 * `kb/guangdong_service_matters.jsonl`. They are for measuring only and no part of the product.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SearchableEntry } from '../../portal-api/src/knowledge/knowledgeSearch'

const ENTRIES = 5538
const FILES = {
  documents: 'retrieval/ncp_docs.jsonl',
  questions: 'retrieval/ncp_queries_dev.jsonl',
  answers: 'retrieval/ncp_qa_all5000_nodoc.jsonl',
  replies: 'retrieval/att4_title2reply_dev.jsonl',
  matters: 'kb/guangdong_service_matters.jsonl',
}

type Row = Record<string, unknown>

/** A query and the id of the entry that is right. `answer`: what the right text says, word for word. */
export interface Task {
  readonly query: string
  readonly right: string
  readonly answer?: string
}

export interface RetrievalData {
  readonly entries: readonly SearchableEntry[]
  readonly policy: readonly Task[]
  readonly titles: readonly Task[]
}

const field = (row: Row, name: string): string => {
  const value = row[name]
  if (typeof value === 'string') return value
  return value === undefined || value === null ? '' : JSON.stringify(value)
}

const readRows = (folder: string, file: string): Row[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row)

const asEntry = (id: string, body: string): SearchableEntry => ({
  id,
  city: 'bench',
  topic: 'bench',
  title: '',
  phrasings: [],
  shortAnswer: '',
  body,
})

const readEntries = (folder: string): SearchableEntry[] => {
  const documents = readRows(folder, FILES.documents).map((row) =>
    asEntry(`document ${field(row, 'id')}`, field(row, 'text')),
  )
  const replies = readRows(folder, FILES.replies).map((row) =>
    asEntry(`reply ${field(row, 'id')}`, field(row, 'reply')),
  )
  const matters = readRows(folder, FILES.matters).map((row, i) =>
    asEntry(
      `matter ${String(i)}`,
      ['name', 'dept', 'condition', 'materials'].map((name) => field(row, name)).join('\n'),
    ),
  )
  const room = ENTRIES - documents.length - replies.length - matters.length
  const answers = [...new Set(readRows(folder, FILES.answers).map((row) => field(row, 'answer')))]
    .slice(0, Math.max(0, room))
    .map((text, i) => asEntry(`answer ${String(i)}`, text))
  return [...documents, ...replies, ...matters, ...answers]
}

/** The data, or one sentence about why there are none. */
export const readRetrievalData = (folder = process.env.JIESU_BENCH_DATA): RetrievalData | string => {
  if (!folder)
    return 'JIESU_BENCH_DATA names no folder with the measuring data, so there is nothing to measure'
  const missing = Object.values(FILES).filter((file) => !existsSync(join(folder, file)))
  if (missing.length > 0) return `these measuring data are absent from ${folder}: ${missing.join(', ')}`
  return {
    entries: readEntries(folder),
    policy: readRows(folder, FILES.questions).map((row) => ({
      query: field(row, 'question'),
      right: `document ${field(row, 'docid')}`,
      answer: field(row, 'answer'),
    })),
    titles: readRows(folder, FILES.replies).map((row) => ({
      query: field(row, 'query'),
      right: `reply ${field(row, 'id')}`,
    })),
  }
}
