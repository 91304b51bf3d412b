/** What an import would do, line by line, before anything is written. */
import { type ChangedField, changesBetween } from '@jiesu/shared-types'
import { createHash } from 'node:crypto'
import type { City } from '../../cities/cityData'
import type { KnowledgeItem } from '../knowledgeData'
import { lifeOfItem, unitNameOf } from '../asLife'
import { withoutFiles } from '../rules/entryContent'
import { type Life, liveVersion } from '../rules/life'
import { questionKey } from '../rules/questionKey'
import { restoredLife } from '../rules/restored'
import { canonical } from '../rules/sameContent'
import { asContent, asText } from './flatten'
import type { ImportedText, WholeEntry } from './importLine'
import type { LineProblem } from './importProblems'
import type { ImportFile, NumberedLine } from './readImportFile'

export interface PlannedLine {
  readonly line: number
  readonly id: string
  readonly title: string
  /** How the answer begins: what people would read. */
  readonly answer: string
  readonly outcome: 'added' | 'changed' | 'unchanged'
  /** Against what stands there now. */
  readonly changes: readonly ChangedField[]
  /** Another entry, or another line of the file, that answers the same question. */
  readonly sameAs?: { readonly id: string; readonly title: string } | undefined
}
export interface RefusedLine {
  readonly line: number
  readonly problem: LineProblem
}

export interface ImportPlan {
  readonly lines: readonly PlannedLine[]
  readonly refused: readonly RefusedLine[]
  readonly leftAside: readonly string[]
  /** Of the file and of everything that it would meet: another one means that file or base are others now. */
  readonly digest: string
  readonly texts: readonly ImportedText[]
  /** Whole entries to be put back. */
  readonly lives: readonly Life[]
}

/** What is there already. */
export interface ImportBase {
  readonly city: City
  /** Entries of the city's files. */
  readonly items: readonly KnowledgeItem[]
  /** Entries that units have taken up or written, of the city. */
  readonly lives: readonly Life[]
  /** Imported texts of the city. */
  readonly imported: readonly ImportedText[]
  /** Ids of the file that belong to other cities. */
  readonly elsewhere: ReadonlySet<string>
}

/** Whoever compares reads some; beyond that only which fields changed is of use. */
const COMPARED = 200
const MOST_LINES = 400

/** Lines that stay are left out, long ones cut: enough to see what changes. */
const shortChanges = (before: ImportedText, after: ImportedText): ChangedField[] => {
  const cut = (text: ImportedText) => ({
    ...text,
    body: text.body.split('\n').slice(0, MOST_LINES).join('\n'),
  })
  const changes = changesBetween(asContent(cut(before)), asContent(cut(after)))
  // What changed lies beyond what is compared.
  return changes.length > 0 || before.body === after.body
    ? changes
    : [{ field: 'sections', lines: [{ mark: 'new', text: '……' }] }]
}

const ANSWER_MOST = 80

const beginningOf = ({ shortAnswer, body }: ImportedText): string => {
  const signs = [...(shortAnswer ?? body).replace(/\s+/g, ' ').trim()]
  return signs.length <= ANSWER_MOST ? signs.join('') : `${signs.slice(0, ANSWER_MOST - 1).join('')}…`
}

type Judged =
  | {
      readonly text: ImportedText
      readonly outcome: PlannedLine['outcome']
      /** What stands there now. */
      readonly was?: ImportedText | undefined
      /** A whole entry that is to be put back. */
      readonly life?: Life
    }
  | { readonly problem: LineProblem }

export const planImport = (
  file: ImportFile,
  base: ImportBase,
  fileDigest: string,
  { mayRestore, now }: { readonly mayRestore: boolean; readonly now: Date },
): ImportPlan => {
  const { city } = base
  const items = new Map(base.items.map((item) => [item.id, item]))
  const lives = new Map(base.lives.map((life) => [life.id, life]))
  const imported = new Map(base.imported.map((text) => [text.id, text]))
  const districts = new Map(
    city.districts.flatMap(({ id, name }) => [[id, id] as const, [name, id] as const]),
  )
  const asLife = (id: string): Life | undefined => {
    const item = items.get(id)
    return lives.get(id) ?? (item && lifeOfItem(item, city))
  }
  const textOfLife = (life: Life): ImportedText | undefined => {
    const content = liveVersion(life)?.content
    return content && asText(life.id, content, unitNameOf(content, city))
  }

  const questions = new Map<string, { id: string; title: string }>()
  const note = ({ id, title, similar }: ImportedText): void => {
    for (const question of [title, ...similar]) {
      const key = questionKey(question)
      if (key !== '' && !questions.has(key))
        questions.set(key, { id, title: title === '' ? question : title })
    }
  }
  for (const life of [
    ...base.lives,
    ...base.items.filter(({ id }) => !lives.has(id)).map((item) => lifeOfItem(item, city)),
  ]) {
    const text = textOfLife(life)
    if (text !== undefined) note(text)
  }
  for (const text of base.imported) if (!lives.has(text.id)) note(text)

  const kept = (id: string): LineProblem => ({ code: lives.has(id) ? 'of-unit' : 'of-files', what: id })

  const judgeText = (text: ImportedText): Judged => {
    const was = imported.get(text.id)
    if (was !== undefined && canonical(was) === canonical(text)) return { text, outcome: 'unchanged', was }
    const life = asLife(text.id)
    if (life !== undefined) {
      const same = textOfLife(life)
      return same !== undefined && canonical(same) === canonical(text)
        ? { text, outcome: 'unchanged', was: same }
        : { problem: kept(text.id) }
    }
    return { text, outcome: was === undefined ? 'added' : 'changed', was }
  }

  const judgeWhole = (whole: WholeEntry): Judged => {
    const life = asLife(whole.id)
    const present = life && liveVersion(life)?.content
    // With its history, an entry can also be one that was withdrawn.
    const wanted = whole.history !== undefined && whole.history.live === undefined ? undefined : whole.entry
    const isSame =
      wanted === undefined
        ? life !== undefined && present === undefined
        : present !== undefined && canonical(withoutFiles(present)) === canonical(wanted)
    const text = asText(whole.id, whole.entry, unitNameOf(whole.entry, city))
    if (isSame) return { text, outcome: 'unchanged' }
    if (lives.has(whole.id) || (life !== undefined && whole.from === 'files'))
      return { problem: kept(whole.id) }
    if (!mayRestore) return { problem: { code: 'whole-entry' } }
    return {
      text,
      outcome: life === undefined ? 'added' : 'changed',
      was: present && asText(whole.id, present, unitNameOf(present, city)),
      life: restoredLife(
        { id: whole.id, city: city.id, content: whole.entry, history: whole.history },
        life,
        now,
      ),
    }
  }

  /** Districts by name or id; 全市 is every one of them. */
  const withDistricts = (text: ImportedText): ImportedText | LineProblem => {
    if (text.districts === undefined) return text
    const named = text.districts.filter((name) => name !== '全市' && name !== city.profile.name)
    const unknown = named.find((name) => !districts.has(name))
    if (unknown !== undefined) return { code: 'unknown-district', field: 'districts', what: unknown }
    const { districts: _names, ...rest } = text
    return named.length === 0
      ? rest
      : { ...rest, districts: named.map((name) => districts.get(name) ?? name) }
  }

  const idOf = (read: NumberedLine): string | undefined =>
    'text' in read ? read.text.id : 'whole' in read ? read.whole.id : undefined
  const lastLine = new Map(file.lines.map((read) => [idOf(read), read.line]))

  const judge = (read: NumberedLine): Judged => {
    if ('problem' in read) return read
    const id = idOf(read) ?? ''
    const last = lastLine.get(id)
    if (last !== read.line) return { problem: { code: 'repeated', what: String(last) } }
    if (base.elsewhere.has(id)) return { problem: { code: 'other-city', what: id } }
    if ('whole' in read) return judgeWhole(read.whole)
    const text = withDistricts(read.text)
    return 'code' in text ? { problem: text } : judgeText(text)
  }

  const met = createHash('sha256').update(`${fileDigest}\n`)
  const lines: PlannedLine[] = []
  const refused: RefusedLine[] = []
  const texts: ImportedText[] = []
  const restored: Life[] = []
  let compared = 0
  for (const read of file.lines) {
    const { line } = read
    const judged = judge(read)
    if ('problem' in judged) {
      refused.push({ line, problem: judged.problem })
      continue
    }
    const { text, outcome, was, life } = judged
    const twin = [text.title, ...text.similar].flatMap((question) => {
      const found = questions.get(questionKey(question))
      return found === undefined || found.id === text.id ? [] : [found]
    })
    const isShown = outcome === 'changed' && was !== undefined && compared++ < COMPARED
    const changes = isShown ? shortChanges(was, text) : []
    lines.push({
      line,
      id: text.id,
      title: text.title,
      answer: beginningOf(text),
      outcome,
      changes,
      sameAs: twin[0],
    })
    note(text)
    met.update(canonical([line, text.id, outcome, was ?? null]))
    if (life !== undefined) restored.push(life)
    else if (outcome !== 'unchanged') texts.push(text)
  }
  return {
    lines,
    refused,
    leftAside: file.leftAside,
    digest: met.digest('base64url'),
    texts,
    lives: restored,
  }
}

export const countsOf = ({ lines, refused }: ImportPlan) => {
  const count = (outcome: PlannedLine['outcome']) => lines.filter((one) => one.outcome === outcome).length
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: refused.length,
  }
}
