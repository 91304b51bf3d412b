/** Files into the knowledge and out of it, at the desk. */
import {
  exportKnowledgeLines,
  exportKnowledgeTable,
  importKnowledge,
  type KnowledgeImportPreview,
  previewKnowledgeImport,
  shanghaiDay,
} from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Caller, StaffCaller } from '../identity/caller'
import { mayExportKnowledge, mayImportKnowledge } from '../identity/rules/policies'
import type { Binder } from '../platform/http/bind'
import { makeReadUpload } from '../platform/http/multipart'
import type { Logger } from '../platform/log'
import { Refused } from '../platform/problems'
import { asLines, asTable, type Exported, type ExportParts, readBase } from './importing/exportBase'
import type { ImportFileUse } from './importing/importFile'
import { FILE_PROBLEMS, type FileProblem, inChinese } from './importing/importProblems'
import { countsOf, type ImportPlan } from './importing/planImport'
import { MOST_BYTES } from './importing/readImportFile'

export interface KnowledgeImportParts extends ExportParts {
  readonly cities: ReadonlyMap<string, City>
  readonly importFile: ImportFileUse
  /** What was imported can be found from then on. */
  readonly hasWritten: () => void
  readonly log: Logger
}

const readFile = makeReadUpload('file', MOST_BYTES, {
  tooLarge: FILE_PROBLEMS['too-large'].zh,
  missing: '没有读到文件，请用 multipart/form-data 上传，字段名 file。',
})

/** More than a person looks through; the figures are of all. */
const MOST_LINES = 200

const previewView = (plan: ImportPlan): KnowledgeImportPreview => ({
  digest: plan.digest,
  counts: countsOf(plan),
  leftAside: [...plan.leftAside],
  lines: plan.lines
    .flatMap(({ outcome, line, id, title, answer, changes, sameAs }) =>
      outcome === 'unchanged'
        ? []
        : {
            line,
            id,
            title,
            answer,
            outcome,
            changes: changes.map(({ field, lines }) => ({
              field,
              lines: lines.filter(({ mark }) => mark !== 'same'),
            })),
            ...(sameAs === undefined ? {} : { sameAs }),
          },
    )
    .slice(0, MOST_LINES),
  refused: plan.refused.slice(0, MOST_LINES).map(({ line, problem }) => ({ line, text: inChinese(problem) })),
})

const readable = <T>(outcome: T | FileProblem): T => {
  if (typeof outcome !== 'string') return outcome
  const { zh } = FILE_PROBLEMS[outcome as FileProblem]
  throw new Refused('invalid-input', { detail: zh, fields: [{ path: '/file', message: zh }] })
}

export const knowledgeImportRoutes = (bind: Binder, parts: KnowledgeImportParts): void => {
  const { cities, importFile, hasWritten, log } = parts
  const cityOf = (staff: StaffCaller): City => {
    const city = cities.get(staff.city)
    if (city === undefined) throw new Refused('unknown-city')
    return city
  }
  const importer = ({ staff }: Caller): StaffCaller => {
    if (staff === undefined) throw new Refused('sign-in-required')
    if (!mayImportKnowledge(staff.role))
      throw new Refused('not-yours', { detail: '文件由热线的知识审核员导入。' })
    return staff
  }

  bind(previewKnowledgeImport, async ({ caller, koa, now }) => {
    const city = cityOf(importer(caller))
    return previewView(readable(await importFile.preview({ city, bytes: await readFile(koa), now })))
  })

  bind(importKnowledge, async ({ caller, params, koa, now }) => {
    const staff = importer(caller)
    const outcome = await importFile.run(
      { city: cityOf(staff), bytes: await readFile(koa), now },
      params.digest,
    )
    if (outcome === 'changed-meanwhile')
      throw new Refused('moved-on', {
        detail: '预览之后文件或知识库有了变化，什么都没有写入。请重新预览，再导入。',
      })
    const counts = countsOf(readable(outcome))
    hasWritten()
    log.info({ by: staff.id, city: staff.city, ...counts }, 'knowledge imported')
    return counts
  })

  const exported = async (caller: Caller, format: string): Promise<readonly [City, readonly Exported[]]> => {
    const { staff } = caller
    if (staff === undefined) throw new Refused('sign-in-required')
    const whose = mayExportKnowledge(staff)
    if (whose === 'none')
      throw new Refused('not-yours', { detail: '知识库由知识审核员导出，本单位的条目由单位负责人导出。' })
    const city = cityOf(staff)
    const entries = await readBase(parts, city, { unit: whose === 'own' ? (staff.unitId ?? '') : undefined })
    log.info({ by: staff.id, city: city.id, format, entries: entries.length }, 'knowledge exported')
    return [city, entries]
  }
  const nameOf = (city: City, now: Date, ending: string) =>
    `${city.profile.name}知识库 ${shanghaiDay(now)}.${ending}`

  bind(exportKnowledgeTable, async ({ caller, koa, now }) => {
    const [city, entries] = await exported(caller, 'csv')
    koa.attachment(nameOf(city, now, 'csv'))
    return asTable(city, entries)
  })
  bind(exportKnowledgeLines, async ({ caller, koa, now }) => {
    const [city, entries] = await exported(caller, 'jsonl')
    koa.attachment(nameOf(city, now, 'jsonl'))
    return asLines(entries)
  })
}
