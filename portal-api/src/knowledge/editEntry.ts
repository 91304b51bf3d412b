/** Load, decide, commit: what editors, reviewers, readers and the calendar do with entries. */
import { shanghaiDay } from '@jiesu/shared-types'
import { createHash } from 'node:crypto'
import type { City } from '../cities/cityData'
import type { Calendar } from '../clock/rules/calendar'
import { dueTime } from '../clock/rules/dueTime'
import { Refused } from '../platform/problems'
import { lifeOfImport, lifeOfItem } from './asLife'
import type { Imports } from './imported'
import type { KnowledgeItem } from './knowledgeData'
import type { KnowledgeLives, StoredLife } from './lives.store'
import type { FollowedEntries } from './published'
import type { EntryContent } from './rules/entryContent'
import { type Life, openTask, recheckDay, type Task } from './rules/life'
import { type Command, type Editor, step } from './rules/lifecycle'
import { type Directory, findingsOf } from './rules/standard'
import { urge, type Urging } from './rules/urging'

export interface EditParts {
  readonly cities: ReadonlyMap<string, City>
  readonly calendar: Calendar
  readonly lives: KnowledgeLives
  readonly seeds: ReadonlyMap<string, KnowledgeItem>
  readonly imports: Pick<Imports, 'get' | 'since'>
  readonly published: Pick<FollowedEntries, 'take' | 'get'>
  readonly itemOf: (life: Life) => KnowledgeItem | null
  readonly directory: (city: string) => Directory
}

/** A life as it stands; without a number it has not been touched since it came with the files. */
export interface FoundLife {
  readonly life: Life
  readonly change: number | undefined
}

export interface EditEntry {
  find(id: string): Promise<FoundLife | undefined>
  /** @param expected the number that the editor has seen. */
  take(found: FoundLife, editor: Editor, command: Command, expected: number, now: Date): Promise<StoredLife>
  draft(
    city: string,
    editor: Editor,
    commandId: string,
    content: EntryContent,
    now: Date,
    /** What gave rise to it. */
    why?: string,
  ): Promise<StoredLife>
  /**
   * Writes what a rule makes of the entry as it stands, and asks it anew when somebody was faster.
   * @param decide is given undefined where there is no such entry, and gives undefined where nothing is to be written.
   */
  change(id: string, decide: (found: FoundLife | undefined) => Life | undefined): Promise<void>
  /** Opens the task of an error report; the same report again changes nothing. */
  report(
    id: string,
    report: { readonly commandId: string; readonly text: string; readonly account?: string | undefined },
    now: Date,
  ): Promise<Task | undefined>
  /** 督办 of an overdue task, whatever else is done with the entry meanwhile. */
  urge(found: FoundLife, supervisor: Editor, urging: Urging, now: Date): Promise<StoredLife>
  /** Opens tasks for entries whose day has come. @returns how many. */
  openRechecks(now: Date): Promise<number>
}

/** The id of what is drafted by a command; the same command again finds the same entry. */
export const draftId = (city: string, commandId: string): string =>
  `${city}-${createHash('sha256').update(commandId).digest('hex').slice(0, 12)}`

const TRIES = 5
/** Entries of a city for which tasks are opened at one tick. */
const AT_ONCE = 20
/** A life that was never stored; the first change makes it number 1. */
export const UNTOUCHED = 0

export const makeEditEntry = (parts: EditParts): EditEntry => {
  const { cities, calendar, lives, seeds, imports, published, itemOf, directory } = parts

  const cityOf = (id: string): City => {
    const city = cities.get(id)
    if (city === undefined) throw new Refused('unknown-city')
    return city
  }
  const find = async (id: string): Promise<FoundLife | undefined> => {
    const stored = await lives.find(id)
    if (stored !== undefined) return stored
    const seed = seeds.get(id)
    if (seed !== undefined) return { life: lifeOfItem(seed, cityOf(seed.city)), change: undefined }
    const [text, since] = [imports.get(id), imports.since(id)]
    return text === undefined || since === undefined
      ? undefined
      : { life: lifeOfImport(text, cityOf(text.city), since), change: undefined }
  }
  const commit = async (life: Life, change: number | undefined): Promise<StoredLife | undefined> => {
    const { recheckEveryDays } = cityOf(life.city).profile.knowledgeTasks
    const next = await lives.save(life, change, recheckEveryDays)
    if (next === undefined) return undefined
    published.take({ id: life.id, city: life.city, change: next, item: itemOf(life) })
    return { life, change: next }
  }
  /** Writes what is decided of the entry as it stands, however often somebody is faster; the same life is not written. */
  const rewrite = async (
    id: string,
    decide: (found: FoundLife | undefined) => Life | undefined,
  ): Promise<StoredLife | undefined> => {
    for (let tries = 0; tries < TRIES; tries++) {
      const found = await find(id)
      const life = decide(found)
      if (life === undefined) return undefined
      if (life === found?.life) return { life, change: found.change ?? UNTOUCHED }
      const stored = await commit(life, found?.change)
      if (stored !== undefined) return stored
    }
    throw new Refused('moved-on')
  }
  /** A task that is there already stays as it is. */
  const addTask = async (id: string, make: (life: Life) => Task): Promise<Task | undefined> => {
    let task: Task | undefined
    await rewrite(id, (found) => {
      if (found === undefined) return undefined
      const made = make(found.life)
      task = found.life.tasks.find((one) => one.id === made.id) ?? made
      return openTask(found.life, made)
    })
    return task
  }
  const due = (days: number, now: Date): Date =>
    dueTime({ unit: 'working-days', amount: days }, now, calendar).at

  return {
    find,
    take: async ({ life, change }, editor, command, expected, now) => {
      const decision = step(life, editor, command, now)
      if (!decision.ok)
        throw new Refused(decision.refusal, { detail: decision.detail, fields: decision.fields })
      // The same command again: it has been done.
      if (decision.life === life) return { life, change: change ?? UNTOUCHED }
      if ((change ?? UNTOUCHED) !== expected) throw new Refused('moved-on')
      if (command.action === 'submit' && life.work !== undefined) {
        const missing = findingsOf(life.work.content, directory(life.city), shanghaiDay(now)).filter(
          ({ must }) => must,
        )
        if (missing.length > 0)
          throw new Refused('invalid-input', {
            fields: missing.map(({ field, text }) => ({ path: `/content/${field}`, message: text })),
          })
      }
      const stored = await commit(decision.life, change)
      if (stored === undefined) throw new Refused('moved-on')
      return stored
    },
    draft: async (city, editor, commandId, content, now, why) => {
      const id = draftId(city, commandId)
      const known = await lives.find(id)
      if (known !== undefined) return known
      const empty: Life = { id, city, versions: [], tasks: [], events: [] }
      const begun: Life = {
        ...empty,
        work: { stage: 'draft', content, by: editor.id },
        events: [{ type: 'edited', at: now, by: editor.id, role: editor.role, why, commandId }],
      }
      const stored = await commit(begun, undefined)
      if (stored === undefined) throw new Refused('moved-on')
      return stored
    },
    change: async (id, decide) => {
      await rewrite(id, decide)
    },
    report: (id, { commandId, text, account }, now) =>
      addTask(id, ({ city }) => ({
        id: `c${createHash('sha256').update(`${id} ${commandId}`).digest('hex').slice(0, 15)}`,
        kind: 'correction',
        at: now,
        due: due(cityOf(city).profile.knowledgeTasks.correctionWorkingDays, now),
        text,
        ...(account === undefined ? {} : { account }),
      })),
    urge: async ({ life: { id } }, supervisor, urging, now) => {
      const stored = await rewrite(id, (found) => {
        if (found === undefined) return undefined
        const decision = urge(found.life, supervisor, urging, now)
        if (!decision.ok) throw new Refused(decision.refusal, { detail: decision.detail })
        return decision.life
      })
      if (stored === undefined) throw new Refused('not-found')
      return stored
    },
    openRechecks: async (now) => {
      const today = shanghaiDay(now)
      let opened = 0
      for (const { id: city, profile } of cities.values()) {
        const { recheckEveryDays, recheckWorkingDays } = profile.knowledgeTasks
        const stored = await lives.toRecheck(city, today, AT_ONCE)
        const old = [...seeds.values()].filter(
          (item) =>
            item.city === city &&
            published.get(item.id) === undefined &&
            recheckDay(item, recheckEveryDays) <= today,
        )
        for (const id of [...stored, ...old.slice(0, AT_ONCE).map((item) => item.id)]) {
          await addTask(id, () => ({
            id: `r-${today}`,
            kind: 'recheck',
            at: now,
            due: due(recheckWorkingDays, now),
          }))
          opened++
        }
      }
      return opened
    },
  }
}
