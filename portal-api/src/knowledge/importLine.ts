/** What a line of an import file may say, and what it becomes. */
import { z } from 'zod'
import { SHORT_ANSWER_MAX } from './knowledgeData'

const BODY_MAX = 100_000
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `at most ${String(most)} characters`)
const some = (most: number) => text(most).min(1, 'must not be empty')

/** Fields that are not named here are left aside: files come from many systems. */
const ImportLine = z.object({
  id: z.union([some(80), z.number().int()]).transform(String),
  /** The question; empty where the text stands under none. */
  title: text(500).default(''),
  body: some(BODY_MAX),
  /** The same question in other words. */
  similar: z.array(some(500)).max(100, 'at most 100 phrasings').default([]),
  shortAnswer: some(SHORT_ANSWER_MAX).optional(),
  unitName: some(100).optional(),
  /** Where the text stands: document and item. */
  source: z.object({ document: some(300), item: text(100).default(''), url: z.url().optional() }).optional(),
  checkedOn: z.iso.date('a calendar day, YYYY-MM-DD').optional(),
  districts: z.array(some(80)).optional(),
  audience: z.array(some(40)).optional(),
})
export type ImportedText = z.infer<typeof ImportLine>

/** The text, or what is wrong with the line. */
export const parseImportLine = (line: string): ImportedText | string => {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return 'is no JSON'
  }
  const parsed = ImportLine.safeParse(json)
  if (parsed.success) return parsed.data
  return parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ')
}

export interface ReadImport {
  /** Of lines with the same id the last one counts. */
  readonly texts: readonly ImportedText[]
  /** `line <n>: <problem>`. */
  readonly problems: readonly string[]
}

/** Reads a file's lines. `taken`: ids that an import may not use, with the reason why. */
export const readImport = (file: string, taken: (id: string) => string | undefined): ReadImport => {
  const texts = new Map<string, ImportedText>()
  const problems: string[] = []
  file
    .replace(/^\uFEFF/, '')
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') return
      const read = parseImportLine(line)
      const problem = typeof read === 'string' ? read : taken(read.id)
      if (problem !== undefined) problems.push(`line ${String(i + 1)}: ${problem}`)
      else if (typeof read !== 'string') texts.set(read.id, read)
    })
  return { texts: [...texts.values()], problems }
}
