/** The wiring of this room; `compose.ts` joins it with the others. */
import type Router from '@koa/router'
import type { Connection } from 'mongoose'
import type { City } from '../cities/cityData'
import type { Calendar } from '../clock/rules/calendar'
import type { makeIdentify } from '../identity/identify'
import type { StaffStore } from '../identity/staff.store'
import type { Binder } from '../platform/http/bind'
import type { Logger } from '../platform/log'
import type { Throttle } from '../platform/mongo/throttle'
import type { Secrets } from '../platform/secrets'
import type { Settings } from '../platform/settings'
import { makeKnowledgeAnswers } from './answered.store'
import { directoryOf, makeItemOf } from './asLife'
import { chooseSearch } from './chooseSearch'
import { makeEditEntry } from './editEntry'
import { makeAttach } from './files/attach'
import { makeEntryFileLinks } from './files/entryFileLinks'
import { entryFileRoutes } from './files/entryFiles.routes'
import { makeEntryFiles } from './files/entryFiles.store'
import { IMPORTED_TOPIC, makeFollowedImports } from './imported'
import { makeImportedEntries } from './imported.store'
import { makeImportFile } from './importing/importFile'
import { knowledgeRoutes } from './knowledge.routes'
import { asSearchable, createKnowledgeViews } from './knowledge.view'
import { loadKnowledge } from './knowledgeData'
import { knowledgeDeskRoutes } from './knowledgeDesk.routes'
import { knowledgeImportRoutes } from './knowledgeImport.routes'
import { makeKnowledgeLives } from './lives.store'
import { makeCountSearch } from './proposals/countSearch'
import { makeProposalDecisions } from './proposals/decisions.store'
import { makeDirectAnswers } from './proposals/directAnswers.store'
import { makeListProposals } from './proposals/listProposals'
import { makeMoveProposal } from './proposals/moveProposal'
import { proposalRoutes } from './proposals/proposals.routes'
import { makeUnansweredQuestions } from './proposals/questions.store'
import { makeKnowledgeSearches } from './proposals/searches.store'
import { makeFollowedEntries } from './published'
import { makePushEntries } from './pushEntries'
import { type Directory, NOTHING_STATED } from './rules/standard'
import { loadSynonyms } from './synonymData'

export interface KnowledgeSurroundings {
  readonly settings: Settings
  readonly connection: Connection
  readonly secrets: Secrets
  readonly throttle: Throttle
  readonly cities: ReadonlyMap<string, City>
  readonly calendar: Calendar
  readonly clock: () => Date
  readonly log: Logger
}

/** What the room's routes need of the house. */
export interface KnowledgeHouse {
  readonly bind: Binder
  readonly router: Router
  readonly identify: ReturnType<typeof makeIdentify>
  readonly staff: Pick<StaffStore, 'names'>
  readonly deadline: number
}

const HOUR_MS = 3_600_000

/** @throws when the knowledge's data are not right, naming what and where. */
export const composeKnowledge = (surroundings: KnowledgeSurroundings) => {
  const { settings, connection, secrets, throttle, cities, calendar, clock, log } = surroundings
  const cityIds = [...cities.keys()]
  const base = loadKnowledge(settings.JIESU_CITIES, cityIds, cities)
  const synonymsOf = loadSynonyms(settings.JIESU_CITIES, cityIds)
  const entries = base.items.map(asSearchable)
  const search = chooseSearch({ settings, cities: cityIds, entries, synonymsOf, log })
  const seeds = new Map(base.items.map((item) => [item.id, item]))
  const itemOf = makeItemOf(cities, seeds)
  const lives = makeKnowledgeLives(connection, itemOf)
  const published = makeFollowedEntries(lives.since, search, asSearchable)
  const isEdited = (id: string): boolean => published.get(id) !== undefined
  const importedEntries = makeImportedEntries(connection)
  const imports = makeFollowedImports(importedEntries, search, isEdited)
  const knowledge = createKnowledgeViews(base, search, imports, published)
  const hasWritten = (): void => {
    imports.hasWritten()
    published.hasWritten()
  }
  // Without the database people still find what has been read.
  const refresh = (now: Date): Promise<void> =>
    // Units' entries first: they stand before what was imported under the same id.
    published
      .refresh(now)
      .then(() => imports.refresh(now))
      .then(() => {
        // Before everything has been read, what was not read would be taken for gone.
        if (published.hasRead() && imports.hasRead()) search.keepUp?.()
      })
      .catch((error: unknown) => {
        log.warn({ err: error }, 'knowledge could not be read from the database')
      })

  const topicsOf = (city: string) => base.topics.flatMap((topic) => (topic.city === city ? topic.id : []))
  const directories = new Map(
    [...cities].map(([id, city]) => [
      id,
      directoryOf(city, [...topicsOf(id), IMPORTED_TOPIC.id], base.items),
    ]),
  )
  const directory = (city: string): Directory => directories.get(city) ?? NOTHING_STATED
  const editEntry = makeEditEntry({ cities, calendar, lives, seeds, imports, published, itemOf, directory })
  const answers = makeKnowledgeAnswers(connection)
  const files = makeEntryFiles(connection, clock)
  const searches = makeKnowledgeSearches(connection)
  const questions = makeUnansweredQuestions(connection)
  const decisions = makeProposalDecisions(connection)
  const directAnswers = makeDirectAnswers(connection)
  const listProposals = makeListProposals({
    knowledge,
    questions,
    directAnswers,
    decisions,
    editEntry,
    directory,
  })

  // Days decide, so that the hour is soon enough.
  let recheckedAt = Number.NEGATIVE_INFINITY
  const openRechecks = async (now: Date): Promise<void> => {
    if (Math.abs(now.getTime() - recheckedAt) < HOUR_MS) return
    recheckedAt = now.getTime()
    await refresh(now)
    await editEntry.openRechecks(now)
  }

  return {
    knowledge,
    editEntry,
    /** What was asked in vain. */
    questions,
    /** Reads what was written meanwhile, on whichever machine. */
    refresh,
    answers,
    lives,
    searches,
    listProposals,
    /** For units' own systems. */
    pushEntries: makePushEntries({ editEntry, directory }),
    routes: ({ bind, router, identify, staff, deadline }: KnowledgeHouse): void => {
      const links = makeEntryFileLinks(secrets)
      const { attachmentsOf } = knowledge
      knowledgeRoutes(bind, { knowledge, refreshKnowledge: refresh, answers, editEntry, throttle })
      entryFileRoutes(bind, router, {
        files,
        links,
        identify,
        throttle,
        clock,
        refreshKnowledge: refresh,
        attachmentsOf,
        deadline,
      })
      knowledgeDeskRoutes(bind, {
        cities,
        base,
        lives,
        imports,
        refreshKnowledge: refresh,
        editEntry,
        attach: makeAttach(files),
        fileLinks: links,
        titleOf: (id) => knowledge.getEntry(id)?.title,
        staff,
        directory,
        log,
      })
      const bringing = { items: base.items, imports: importedEntries, lives }
      knowledgeImportRoutes(bind, {
        ...bringing,
        cities,
        importFile: makeImportFile(bringing),
        hasWritten,
        log,
      })
      proposalRoutes(bind, {
        cities,
        countSearch: makeCountSearch({ knowledge, synonymsOf, searches, questions, secrets }),
        list: listProposals,
        move: makeMoveProposal({ list: listProposals, decisions, editEntry, topicsOf }),
        refreshKnowledge: refresh,
        throttle,
        log,
      })
    },
    /** Makes the files' index; once, before the first request. */
    prepare: () => files.prepare(),
    /** What the clock has to do. */
    chores: (now: Date): Promise<unknown>[] => [
      files.sweep(now, (ids) => lives.namedFiles(ids)),
      openRechecks(now),
      // An engine elsewhere is brought up to date also while nobody asks.
      ...(search.keepUp === undefined ? [] : [refresh(now)]),
    ],
  }
}

export type KnowledgeRoom = ReturnType<typeof composeKnowledge>
