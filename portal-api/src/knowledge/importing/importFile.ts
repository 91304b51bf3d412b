/** Bringing a file into a city's knowledge: looked at first, then done; the command and the desk go through here. */
import { createHash } from 'node:crypto'
import type { City } from '../../cities/cityData'
import type { ImportedEntries } from '../imported.store'
import type { KnowledgeItem } from '../knowledgeData'
import type { KnowledgeLives } from '../lives.store'
import type { FileProblem } from './importProblems'
import { type ImportPlan, planImport } from './planImport'
import { type NumberedLine, readImportFile } from './readImportFile'

export interface ImportParts {
  /** Entries of the cities' files. */
  readonly items: readonly KnowledgeItem[]
  readonly imports: Pick<ImportedEntries, 'all' | 'elsewhere' | 'save'>
  readonly lives: Pick<KnowledgeLives, 'all' | 'save'>
}

export interface Importing {
  readonly city: City
  readonly bytes: Uint8Array
  readonly now: Date
  /** Who keeps the machine may bring files of any length, and put back what units keep. */
  readonly operator?: boolean
}

export interface ImportFileUse {
  /** What would happen; nothing is written. */
  preview(what: Importing): Promise<ImportPlan | FileProblem>
  /**
   * Does it.
   * @param digest of the plan that somebody has seen; when file or knowledge have changed since, nothing is written.
   */
  run(what: Importing, digest?: string): Promise<ImportPlan | FileProblem | 'changed-meanwhile'>
}

const idOf = (read: NumberedLine): string[] =>
  'text' in read ? [read.text.id] : 'whole' in read ? [read.whole.id] : []

export const makeImportFile = ({ items, imports, lives }: ImportParts): ImportFileUse => {
  const preview: ImportFileUse['preview'] = async ({ city, bytes, now, operator = false }) => {
    const file = await readImportFile(city.id, bytes, { unbounded: operator })
    if (typeof file === 'string') return file
    const ids = file.lines.flatMap(idOf)
    const base = {
      city,
      items: items.filter((item) => item.city === city.id),
      lives: await lives.all(city.id),
      imported: (await imports.all([city.id])).map(({ city: _city, ...text }) => text),
      elsewhere: new Set([
        ...(await imports.elsewhere(city.id, ids)),
        ...items.flatMap((item) => (item.city === city.id ? [] : item.id)),
      ]),
    }
    const digest = createHash('sha256').update(bytes).digest('base64url')
    return planImport(file, base, digest, { mayRestore: operator, now })
  }
  return {
    preview,
    run: async (what, digest) => {
      const plan = await preview(what)
      if (typeof plan === 'string') return plan
      if (digest !== undefined && plan.digest !== digest) return 'changed-meanwhile'
      const { city } = what
      if (plan.texts.length > 0) await imports.save(city.id, plan.texts)
      // Only where there is none: what a unit has taken up meanwhile stays.
      for (const life of plan.lives)
        await lives.save(life, undefined, city.profile.knowledgeTasks.recheckEveryDays)
      return plan
    },
  }
}
