/** The knowledge at the desk: units write and review, the hotline publishes. */
import {
  draftKnowledge,
  editKnowledge,
  getKnowledgeChoices,
  getKnowledgeDesk,
  listKnowledgeDesk,
  moveKnowledge,
  urgeKnowledgeTask,
} from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { Caller, StaffCaller } from '../identity/caller'
import type { StaffStore } from '../identity/staff.store'
import { maySeeKnowledgeDesk } from '../identity/rules/policies'
import type { Binder } from '../platform/http/bind'
import type { Logger } from '../platform/log'
import { Refused } from '../platform/problems'
import { ownerOf } from './asLife'
import { draftId, type EditEntry, type FoundLife } from './editEntry'
import type { Attach } from './files/attach'
import type { EntryFileLinks } from './files/entryFileLinks'
import { IMPORTED_TOPIC, type Imports } from './imported'
import type { KnowledgeBase } from './knowledgeData'
import { entryView, isTheirs, listView } from './knowledgeDesk.view'
import type { KnowledgeLives, LifeSummary } from './lives.store'
import { presentContent } from './rules/life'
import type { Command } from './rules/lifecycle'
import type { Directory } from './rules/standard'

export interface KnowledgeDeskParts {
  readonly cities: ReadonlyMap<string, City>
  readonly base: KnowledgeBase
  readonly lives: Pick<KnowledgeLives, 'summaries'>
  readonly imports: Pick<Imports, 'named' | 'count'>
  /** Texts that were imported meanwhile, also by another portal. */
  readonly refreshKnowledge: (now: Date) => Promise<void>
  readonly editEntry: EditEntry
  readonly attach: Attach
  readonly fileLinks: Pick<EntryFileLinks, 'of'>
  readonly titleOf: (id: string) => string | undefined
  readonly staff: Pick<StaffStore, 'names'>
  readonly directory: (city: string) => Directory
  readonly log: Logger
}

const NOT_YOURS = '这条知识由责任单位和知识审核员维护，如有疑问请联系热线。'

export const deskOf = ({ staff }: Caller): StaffCaller => {
  if (staff === undefined) throw new Refused('sign-in-required')
  if (!maySeeKnowledgeDesk(staff.role)) throw new Refused('not-yours', { detail: NOT_YOURS })
  return staff
}

export const knowledgeDeskRoutes = (bind: Binder, parts: KnowledgeDeskParts): void => {
  const { cities, base, lives, imports, refreshKnowledge } = parts
  const { editEntry, attach, fileLinks, titleOf, staff: people, directory, log } = parts

  const cityOf = (staff: StaffCaller): City => {
    const city = cities.get(staff.city)
    if (city === undefined) throw new Refused('unknown-city')
    return city
  }
  /** As summaries: what no unit has touched yet stands in the city's files, or was imported. */
  const untouchedOf = (city: City): LifeSummary[] =>
    [...base.items.filter((item) => item.city === city.id), ...imports.named(city.id)].map(
      ({ id, title, unitName }) => {
        const unit = ownerOf(city, unitName)
        return { id, title, unit, unitName, stage: 'none', live: true, withdrawn: false, openTasks: [] }
      },
    )

  const findFor = async (staff: StaffCaller, id: string): Promise<FoundLife> => {
    const found = await editEntry.find(id)
    if (found?.life.city !== staff.city) throw new Refused('not-found')
    const content = presentContent(found.life)
    if (content === undefined || !isTheirs(staff, content))
      throw new Refused('not-yours', { detail: NOT_YOURS })
    return found
  }
  const show = async (found: FoundLife, staff: StaffCaller, now: Date) => {
    const { versions, events } = found.life
    const accounts = new Set([...versions, ...events].flatMap(({ by }) => by ?? []))
    return entryView(found, staff, {
      city: cityOf(staff),
      topics: base.topics.filter(({ city }) => city === staff.city),
      directory: directory(staff.city),
      fileLinks,
      titleOf,
      people: await people.names([...accounts]),
      now,
    })
  }

  bind(listKnowledgeDesk, async ({ caller, query, now }) => {
    const staff = deskOf(caller)
    await refreshKnowledge(now)
    const city = cityOf(staff)
    const stored = await lives.summaries(city.id)
    const touched = new Set(stored.map(({ id }) => id))
    const entries = [...stored, ...untouchedOf(city).filter(({ id }) => !touched.has(id))]
    return listView(staff, city, entries, query, now)
  })

  bind(getKnowledgeChoices, ({ caller }) => {
    const staff = deskOf(caller)
    const { units, districts } = cityOf(staff)
    const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
    return {
      ...(staff.role === 'knowledge-editor' && staff.unitId !== undefined ? { unit: staff.unitId } : {}),
      units: units.map(named),
      topics: [
        ...base.topics.filter(({ city }) => city === staff.city).map(named),
        ...(imports.count(staff.city) === 0 ? [] : [named(IMPORTED_TOPIC)]),
      ],
      districts: districts.map(named),
    }
  })

  bind(getKnowledgeDesk, async ({ caller, params, now }) => {
    const staff = deskOf(caller)
    await refreshKnowledge(now)
    return show(await findFor(staff, params.id), staff, now)
  })

  bind(draftKnowledge, async ({ caller, body, now }) => {
    const staff = deskOf(caller)
    if (staff.role !== 'knowledge-editor' || staff.unitId !== body.content.unit)
      throw new Refused('not-yours', { detail: '条目由责任单位自己的知识编辑起草。' })
    const { commandId } = body
    const content = await attach.take(body.content, draftId(staff.city, commandId))
    return show(await editEntry.draft(staff.city, staff, commandId, content, now), staff, now)
  })

  bind(editKnowledge, async ({ caller, params, body, now }) => {
    const staff = deskOf(caller)
    const { commandId, version } = body
    const found = await findFor(staff, params.id)
    const content = await attach.take(body.content, params.id)
    const command: Command = { action: 'edit', commandId, content }
    const stored = await editEntry.take(found, staff, command, version, now)
    await attach.letGo(found.life, stored.life)
    return show(stored, staff, now)
  })

  bind(moveKnowledge, async ({ caller, params, body, now }) => {
    const staff = deskOf(caller)
    const found = await findFor(staff, params.id)
    const { commandId, action, why, to = 0, task = '', settles } = body
    const command: Command =
      action === 'roll-back'
        ? { action, commandId, why, to }
        : action === 'close-task'
          ? { action, commandId, why, task }
          : action === 'approve'
            ? { action, commandId, why, settles }
            : { action, commandId, why }
    const stored = await editEntry.take(found, staff, command, body.version, now)
    if (action === 'discard') await attach.letGo(found.life, stored.life)
    log.info({ by: staff.id, entry: params.id, action }, 'knowledge entry moved')
    return show(stored, staff, now)
  })

  bind(urgeKnowledgeTask, async ({ caller, params, body, now }) => {
    const staff = deskOf(caller)
    const found = await findFor(staff, params.id)
    const stored = await editEntry.urge(found, staff, body, now)
    log.info({ by: staff.id, entry: params.id, task: body.task }, 'knowledge task urged')
    return show(stored, staff, now)
  })
}
