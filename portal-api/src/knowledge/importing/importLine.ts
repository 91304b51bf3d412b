/** What a line of an import file may say, and what it becomes. */
import { createHash } from 'node:crypto'
import { EntryContentInput, KNOWLEDGE_EVENTS } from '@jiesu/shared-types'
import { z } from 'zod'
import { SHORT_ANSWER_MAX } from '../knowledgeData'
import type { EntryContent } from '../rules/entryContent'
import { questionKey } from '../rules/questionKey'
import type { LineProblem } from './importProblems'

const BODY_MAX = 100_000
const text = (most: number) => z.string().trim().max(most)
const some = (most: number) => text(most).min(1)

/** Fields that are not named here are left aside: files come from many systems. */
const ImportLine = z.object({
  id: z.union([some(80), z.number().int()]).transform(String),
  /** The question; empty where the text stands under none. */
  title: text(500).default(''),
  body: some(BODY_MAX),
  /** The same question in other words. */
  similar: z.array(some(500)).max(100).default([]),
  shortAnswer: some(SHORT_ANSWER_MAX).optional(),
  unitName: some(100).optional(),
  /** Where the text stands: document and item. */
  source: z.object({ document: some(300), item: text(100).default(''), url: z.url().optional() }).optional(),
  checkedOn: z.iso.date().optional(),
  districts: z.array(some(80)).optional(),
  audience: z.array(some(40)).optional(),
})
export type ImportedText = z.infer<typeof ImportLine>

/** Files do not travel with an export; what a line names of them is left aside. */
const Content = z.pipe(
  EntryContentInput,
  z.transform(({ attachments: _files, ...content }: EntryContentInput): EntryContent => content),
)

const History = z.object({
  live: z.int().optional(),
  versions: z
    .array(
      z.object({
        number: z.int(),
        content: Content,
        at: z.coerce.date(),
        by: z.string().max(200).optional(),
        why: z.string().max(500).optional(),
      }),
    )
    .max(10_000),
  events: z
    .array(
      z.object({
        type: z.enum(KNOWLEDGE_EVENTS),
        at: z.coerce.date(),
        by: z.string().max(200).optional(),
        why: z.string().max(500).optional(),
        version: z.int().optional(),
      }),
    )
    .max(100_000),
})

/** An entry as its unit keeps it, as an export writes it: whole, not as one text. */
const WholeLine = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,80}$/),
  from: z.enum(['files', 'unit']),
  entry: Content,
  history: History.optional(),
})
export type WholeEntry = z.infer<typeof WholeLine>

export type ReadLine =
  { readonly text: ImportedText } | { readonly whole: WholeEntry } | { readonly problem: LineProblem }

const problemOf = (issue: z.core.$ZodIssue | undefined): LineProblem => {
  const field = issue?.path.join('.') ?? ''
  switch (issue?.code) {
    case 'too_small':
      return { code: 'empty', field }
    case 'too_big':
      return { code: issue.origin === 'array' ? 'too-many' : 'too-long', field, most: Number(issue.maximum) }
    case 'invalid_format':
      if (issue.format === 'date') return { code: 'no-day', field }
      return { code: issue.format === 'url' ? 'no-address' : 'wrong', field }
    case 'invalid_type':
      return { code: issue.input === undefined ? 'empty' : 'wrong', field }
    default:
      return { code: 'wrong', field }
  }
}

/**
 * The id of a text that came without one: the same question of the same unit has the same, in every file. A city's
 * ids are its own.
 */
export const idOfQuestion = (city: string, unitName: string, title: string): string =>
  `${city}-q-${createHash('sha256')
    .update(`${unitName.trim()}\n${questionKey(title)}`)
    .digest('hex')
    .slice(0, 16)}`

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Judges one line, in whichever kind of file it stood. */
export const readLine = (city: string, value: unknown): ReadLine => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: { code: 'no-object' } }
  const line = value as Record<string, unknown>
  if ('entry' in line) {
    const whole = WholeLine.safeParse(line, { reportInput: true })
    return whole.success ? { whole: whole.data } : { problem: problemOf(whole.error.issues[0]) }
  }
  if (isBlank(line['id']) && isBlank(line['title'])) return { problem: { code: 'no-id' } }
  const id = isBlank(line['id'])
    ? idOfQuestion(city, wordsOf(line['unitName']), wordsOf(line['title']))
    : line['id']
  const parsed = ImportLine.safeParse({ ...line, id }, { reportInput: true })
  return parsed.success ? { text: parsed.data } : { problem: problemOf(parsed.error.issues[0]) }
}
