/** Everything that a city's knowledge says, for other systems and for people's spreadsheets. */
import type { City } from '../../cities/cityData'
import { asCsv, type Cell } from '../../platform/tables/csv'
import { asWorkbook } from '../../platform/tables/writeWorkbook'
import { lifeOfItem, unitNameOf } from '../asLife'
import type { ImportedEntries } from '../imported.store'
import type { KnowledgeItem } from '../knowledgeData'
import type { KnowledgeLives } from '../lives.store'
import { type EntryContent, withoutFiles } from '../rules/entryContent'
import { type Life, liveVersion } from '../rules/life'
import { asText } from './flatten'
import { COLUMNS } from './columns'
import type { ImportedText } from './importLine'

/** One entry as it is written down. */
export interface Exported {
  readonly from: 'files' | 'unit' | 'import'
  readonly text: ImportedText
  /** What an imported text has not: the entry with its parts. */
  readonly content?: EntryContent | undefined
  readonly life?: Life | undefined
}

export interface ExportParts {
  readonly items: readonly KnowledgeItem[]
  readonly imports: Pick<ImportedEntries, 'all'>
  readonly lives: Pick<KnowledgeLives, 'all'>
}

/** What readers find: entries of files, what units have published instead or besides, imported texts; in this order. */
export const readBase = async (
  { items, imports, lives }: ExportParts,
  city: City,
  { unit, history = false }: { readonly unit?: string | undefined; readonly history?: boolean } = {},
): Promise<readonly Exported[]> => {
  const kept = await lives.all(city.id)
  const keptIds = new Set(kept.map(({ id }) => id))
  const own = items.filter((item) => item.city === city.id && !keptIds.has(item.id))
  const ofLife = (life: Life, from: Exported['from']): Exported[] => {
    // With its history, what was withdrawn is written down, too.
    const content = liveVersion(life)?.content ?? (history ? life.versions.at(-1)?.content : undefined)
    if (content === undefined || (unit !== undefined && content.unit !== unit)) return []
    return [{ from, text: asText(life.id, content, unitNameOf(content, city)), content, life }]
  }
  const texts = unit === undefined ? await imports.all([city.id]) : []
  return [
    ...own.flatMap((item) => ofLife(lifeOfItem(item, city), 'files')),
    ...kept.flatMap((life) => ofLife(life, 'unit')),
    ...texts
      .filter(({ id }) => !keptIds.has(id))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ city: _city, ...text }): Exported => ({ from: 'import', text })),
  ]
}

/** Versions and events; what is still being written, tasks and who reported them stay. */
const historyOf = ({ live, versions, events }: Life) => ({
  live,
  versions: versions.map(({ number, content, at, by, why }) => ({
    number,
    content: withoutFiles(content),
    at,
    by,
    why,
  })),
  events: events.map(({ type, at, by, why, version }) => ({ type, at, by, why, version })),
})

/** A line an entry; `jiesu knowledge import` reads it again. */
export const asLines = (entries: readonly Exported[], { history = false } = {}): string =>
  entries
    .map(({ from, text, content, life }) =>
      JSON.stringify(
        content === undefined
          ? text
          : {
              ...text,
              from,
              entry: withoutFiles(content),
              ...(history && from === 'unit' && life !== undefined ? { history: historyOf(life) } : {}),
            },
      ),
    )
    .map((line) => `${line}\n`)
    .join('')

const FROM_WORDS: Record<Exported['from'], string> = {
  files: '随城市资料发布',
  unit: '责任单位维护',
  import: '导入',
}

/** How wide columns are in a spreadsheet, in characters. */
const WIDTHS: Readonly<Record<string, number>> = {
  title: 32,
  similar: 32,
  shortAnswer: 36,
  body: 72,
  document: 28,
}
const WIDTH = 14

const cellsOf = (city: City, { from, text }: Exported): Cell[] => {
  const nameOf = (id: string) => city.districts.find((one) => one.id === id)?.name ?? id
  const values: Readonly<Record<string, string | undefined>> = {
    ...text,
    similar: text.similar.join('\n'),
    document: text.source?.document,
    item: text.source?.item,
    url: text.source?.url,
    source: undefined,
    districts: text.districts?.map(nameOf).join('\n'),
    audience: text.audience?.join('\n'),
  }
  return [...COLUMNS.map(({ field }) => values[field] ?? ''), FROM_WORDS[from]]
}

const HEADS = [...COLUMNS.map(({ names: [name = ''] }) => name), '维护方式']

export const asTable = (city: City, entries: readonly Exported[]): string =>
  asCsv([HEADS, ...entries.map((entry) => cellsOf(city, entry))])

export const asSheet = (city: City, entries: readonly Exported[]): Promise<Buffer> =>
  asWorkbook(
    '知识库',
    HEADS,
    entries.map((entry) => cellsOf(city, entry)),
    [...COLUMNS.map(({ field }) => WIDTHS[field] ?? WIDTH), WIDTH],
  )
