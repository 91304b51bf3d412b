import * as z from 'zod/mini'
import { FieldChange } from './knowledgeDesk'

const counts = { added: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() }

export const KnowledgeImportCounts = z.object(counts)
export type KnowledgeImportCounts = z.infer<typeof KnowledgeImportCounts>

/** What a file would do to the knowledge, before anything is written. */
export const KnowledgeImportPreview = z.object({
  /** Names the file and what it meets: sent along with the import, so that what was seen is what happens. */
  digest: z.string(),
  counts: KnowledgeImportCounts,
  /** Columns of a table that mean nothing here. */
  leftAside: z.array(z.string()),
  /** Those that are new or change; the first ones. */
  lines: z.array(
    z.object({
      /** As a spreadsheet or an editor numbers it, from 1. */
      line: z.int(),
      id: z.string(),
      title: z.string(),
      /** The answer, or its first 80 characters. */
      answer: z.string(),
      outcome: z.enum(['added', 'changed']),
      changes: z.array(FieldChange),
      /** Another entry, or another line of the file, that answers the same question. */
      sameAs: z.optional(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  /** Lines that are not imported, and why; the first ones. */
  refused: z.array(z.object({ line: z.int(), text: z.string() })),
})
export type KnowledgeImportPreview = z.infer<typeof KnowledgeImportPreview>
