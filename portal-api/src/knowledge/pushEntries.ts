/** Entries that a unit's own system sends, line by line. */
import {
  EntryContentInput,
  PushedKnowledgeLine,
  type PushedLineResult,
  shanghaiDay,
  shanghaiInstant,
} from '@jiesu/shared-types'
import { createHash } from 'node:crypto'
import type * as z from 'zod/mini'
import type { SystemCaller } from '../identity/caller'
import { Refused } from '../platform/problems'
import type { EditEntry, FoundLife } from './editEntry'
import { type Life, presentContent, stageOf } from './rules/life'
import type { Editor } from './rules/lifecycle'
import { type PushDecision, pushEntry } from './rules/pushed'
import { type Directory, type Finding, findingsOf } from './rules/standard'

export interface PushParts {
  readonly editEntry: Pick<EditEntry, 'find' | 'change' | 'report'>
  readonly directory: (city: string) => Directory
}

export type PushEntries = (
  system: SystemCaller,
  lines: readonly unknown[],
  now: Date,
) => Promise<PushedLineResult[]>

const WHY = '本单位业务系统推送'

type Fields = PushedLineResult['fields']
const fieldsOf = (error: z.core.$ZodError, at: string): Fields =>
  error.issues.map(({ path, message }) => ({
    path: `${at}${path.map((part) => `/${String(part)}`).join('')}`,
    message,
  }))

/** Lists that a line leaves out are empty; whatever fields entries have. */
const withLists = (entry: object): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.entries(EntryContentInput.shape)
      .filter(([, schema]) => !schema.safeParse(undefined).success && schema.safeParse([]).success)
      .map(([field]) => [field, []]),
  ),
  ...entry,
})

const asEditor = ({ id, unitId }: SystemCaller): Editor & { readonly unitId: string } => ({
  id: `system:${id}`,
  role: 'knowledge-editor',
  unitId,
})

/** The entry that a system's own name of it stands for. */
const idOfReference = ({ city, unitId }: SystemCaller, reference: string): string =>
  `${city}-${createHash('sha256').update(`${unitId}\n${reference}`).digest('hex').slice(0, 12)}`

const stateOf = (life: Life | undefined): Partial<PushedLineResult> =>
  life === undefined
    ? {}
    : {
        stage: stageOf(life),
        live: life.live !== undefined,
        ...(life.work?.stage === 'draft' && life.events.at(-1)?.type === 'returned'
          ? { returned: life.work.why ?? '' }
          : {}),
      }

const NOTHING: Pick<PushedLineResult, 'fields' | 'findings'> = { fields: [], findings: [] }
const refused = (
  id: string | null,
  code: NonNullable<PushedLineResult['code']>,
  text: string,
  fields: Fields = [],
): PushedLineResult => ({ ...NOTHING, id, result: 'refused', code, text, fields })

const NOT_PUBLIC = '这一条还没有发布，不用下架；已提交的修改由单位负责人退回。'
const MISSING = '不符合采编标准，请改好后再推送。'
const INVALID = '这一条写得不对，请按 fields 修改后再推送。'

export const makePushEntries = ({ editEntry, directory }: PushParts): PushEntries => {
  const locate = async (system: SystemCaller, reference: string): Promise<string> => {
    const named = /^[a-z0-9-]{1,80}$/.test(reference) ? await editEntry.find(reference) : undefined
    return named?.life.city === system.city ? reference : idOfReference(system, reference)
  }

  const withdraw = async (
    system: SystemCaller,
    reference: string,
    why: string,
    now: Date,
  ): Promise<PushedLineResult> => {
    const entry = await locate(system, reference)
    const life = (await editEntry.find(entry))?.life
    const done = (result: 'changed' | 'unchanged', as: Life | undefined): PushedLineResult => ({
      ...NOTHING,
      id: reference,
      entry,
      result,
      ...stateOf(as),
    })
    if (life === undefined) return done('unchanged', undefined)
    if (presentContent(life)?.unit !== system.unitId)
      return refused(reference, 'not-yours', '只能申请下架本单位的条目。')
    if (life.live === undefined)
      return life.work === undefined || life.work.stage === 'discarded'
        ? done('unchanged', life)
        : { ...refused(reference, 'not-public', NOT_PUBLIC), entry, ...stateOf(life) }
    // The hotline withdraws; until then the task says so, once for a version.
    const text = `责任单位的业务系统申请下架：${why}`
    const task = await editEntry.report(
      entry,
      { commandId: `withdraw-${String(life.live)}`, text: text.slice(0, 500) },
      now,
    )
    const isNew = !life.tasks.some(({ id }) => id === task?.id)
    return done(isNew ? 'changed' : 'unchanged', life)
  }

  const push = async (
    system: SystemCaller,
    line: z.output<typeof PushedKnowledgeLine>,
    now: Date,
  ): Promise<PushedLineResult> => {
    const parsed = EntryContentInput.safeParse({ unit: system.unitId, ...withLists(line.entry ?? {}) })
    if (!parsed.success) return refused(line.id, 'invalid', INVALID, fieldsOf(parsed.error, '/entry'))
    // Files are uploaded at the desk; what a line names of them is left aside, what the entry has of them stays.
    const { attachments: _files, ...content } = parsed.data
    const entry = await locate(system, line.id)
    let decision: PushDecision = { result: 'unchanged' }
    let findings: Finding[] = []
    let after: Life | undefined
    await editEntry.change(entry, (found: FoundLife | undefined) => {
      const { life, change = 0 } = found ?? {}
      decision = pushEntry(
        life,
        { id: entry, city: system.city },
        {
          system: asEditor(system),
          content,
          why: line.why === undefined || line.why === '' ? WHY : line.why,
          commandId: `push-${system.id}-${String(change)}-${shanghaiInstant(now)}`,
        },
        now,
      )
      after = life
      findings = []
      if (!('life' in decision)) return undefined
      findings = findingsOf(content, directory(system.city), shanghaiDay(now))
      if (findings.some(({ must }) => must)) return undefined
      after = decision.life
      return after
    })
    return answer(line.id, entry, decision, findings, after)
  }

  const answer = (
    id: string,
    entry: string,
    decision: PushDecision,
    findings: readonly Finding[],
    after: Life | undefined,
  ): PushedLineResult => {
    if (decision.result === 'refused') {
      const isTheirs = decision.code !== 'not-yours'
      return {
        ...refused(id, decision.code, decision.text),
        ...(isTheirs ? { entry, ...stateOf(after) } : {}),
      }
    }
    const missing = findings.filter(({ must }) => must)
    if (missing.length > 0)
      return {
        ...refused(
          id,
          'findings',
          MISSING,
          missing.map(({ field, text }) => ({ path: `/entry/${field}`, message: text })),
        ),
        entry,
        ...stateOf(after),
      }
    return {
      ...NOTHING,
      id,
      entry,
      result: decision.result,
      findings: findings.map(({ field, text }) => ({ field, text })),
      ...stateOf(after),
    }
  }

  const idIn = (line: unknown): string | null => {
    const id = (line as { id?: unknown } | null | undefined)?.id
    return typeof id === 'string' ? id.slice(0, 80) : null
  }

  const take = async (system: SystemCaller, line: unknown, now: Date): Promise<PushedLineResult> => {
    const parsed = PushedKnowledgeLine.safeParse(line)
    if (!parsed.success) return refused(idIn(line), 'invalid', INVALID, fieldsOf(parsed.error, ''))
    const { id, entry, withdraw: isWithdrawn, why = '' } = parsed.data
    if ((entry === undefined) === (isWithdrawn === undefined))
      return refused(id, 'invalid', INVALID, [
        { path: '/entry', message: '请在 entry 和 withdraw 里填写一项' },
      ])
    if (isWithdrawn === undefined) return push(system, parsed.data, now)
    return why === ''
      ? refused(id, 'invalid', INVALID, [{ path: '/why', message: '请写明下架的理由' }])
      : withdraw(system, id, why, now)
  }

  return async (system, lines, now) => {
    const results: PushedLineResult[] = []
    // One after the other: lines of one call can name the same entry.
    for (const line of lines) {
      try {
        results.push(await take(system, line, now))
      } catch (error) {
        if (!(error instanceof Refused) || error.refusal !== 'moved-on') throw error
        results.push(refused(idIn(line), 'being-edited', '有人同时在改这一条，请稍后再推送。'))
      }
    }
    return results
  }
}
