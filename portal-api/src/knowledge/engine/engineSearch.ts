/** The search port by an engine elsewhere (OpenSearch, Elasticsearch); while it does not answer, by the own one. */
import type { z } from 'zod'
import { maskIdentifiers } from '../../platform/masking'
import { makeBreaker } from '../../platform/outside/breaker'
import { NoSuchIndex, QuestionRefused, type SearchEngine } from '../../platform/outside/searchEngine'
import type { Logger } from '../../platform/log'
import type { KnowledgeSearch, SearchAnswer, SearchHit, SearchScope } from '../knowledgeSearch'
import { asPhrase, STORY_TERMS } from '../rules/relevance'
import { otherNames, type Synonyms } from '../rules/synonyms'
import { terms as termsOf } from '../rules/tokens'
import { Sounds } from '../search/sounds'
import { Suggestions } from '../search/suggestions'
import { judge, type Judged, storyTerms } from './judge'
import type { KeptIndex } from './keepIndex'
import { candidatesBody, charactersBody, countsBody, soundsBody, suggestionsBody } from './queries'
import { CandidatesAnswer, CharactersAnswer, CountsAnswer, QuestionsAnswer, understood } from './readAnswers'

export interface EngineSearchParts {
  readonly engine: Pick<SearchEngine, 'search'>
  readonly alias: string
  readonly index: Pick<KeptIndex, 'compareAgain' | 'changes'>
  /** Searches what is worth its memory in every portal, while the engine does not answer. */
  readonly own: Pick<KnowledgeSearch, 'search' | 'suggest'>
  readonly synonymsOf: (city: string) => Synonyms
  readonly log: Pick<Logger, 'warn' | 'info'>
  /** Milliseconds of a steady clock. */
  readonly now: () => number
}

/** For everything that one question needs; people wait meanwhile. */
const PATIENCE_MS = 900
/** An engine that failed is left alone for so long. */
const REST_MS = 3_000
/** Questions under way at a time; further ones are answered by the own engine. */
const MOST = 64
/** Characters of a query that may be pinyin, or a slip of the input method. */
const SHORT = 40
/** How common each character is changes slowly. */
const CHARACTERS_MS = 30_000

type Characters = ReadonlyMap<string, number>

/**
 * What the engine, and whatever it logs, gets to see: letters and digits in usual width; of somebody's appeal nothing by
 * which they could be found. A short question may be one for the owner of a number.
 */
const leaving = (query: string): string => {
  const text = query.normalize('NFKC').trim()
  return asPhrase(text).terms.length >= STORY_TERMS ? maskIdentifiers(text) : text
}

export const makeEngineSearch = (parts: EngineSearchParts): Pick<KnowledgeSearch, 'search' | 'suggest'> => {
  const { engine, alias, index, own, synonymsOf, log, now } = parts
  const breaker = makeBreaker({
    restMs: REST_MS,
    most: MOST,
    now,
    // Never the error itself: what was searched for could be in it.
    onFailure: (error) => {
      index.compareAgain()
      const reason = error instanceof Error ? error.message : 'no answer'
      log.warn({ reason }, 'the knowledge is searched without the search engine')
    },
    onRecovery: () => {
      log.info('the search engine answers again')
    },
  })

  const ask = async <S extends z.ZodType>(body: object, shape: S, until: AbortSignal): Promise<z.infer<S>> =>
    understood(shape, await engine.search(alias, body, until))

  const tables = new Map<
    string,
    { readonly at: number; readonly changes: number; readonly table: Promise<Characters> }
  >()
  const charactersOf = (city: string, until: AbortSignal): Promise<Characters> => {
    const held = tables.get(city)
    const changes = index.changes()
    if (held !== undefined && held.changes === changes && now() - held.at < CHARACTERS_MS) return held.table
    const table = ask(charactersBody(city), CharactersAnswer, until)
    tables.set(city, { at: now(), changes, table })
    table.catch(() => {
      if (tables.get(city)?.table === table) tables.delete(city)
    })
    return table
  }

  const find = async (text: string, scope: SearchScope, until: AbortSignal): Promise<SearchHit[]> => {
    const { city, limit } = scope
    const phrase = asPhrase(text)
    if (phrase.terms.length === 0) return []
    const names = otherNames(text, synonymsOf(city))
    const nameTerms = [...new Set(names.flatMap(termsOf))].filter((term) => !phrase.terms.includes(term))
    const [{ candidates, counts }, characters] = await Promise.all([
      ask(candidatesBody(text, phrase, names, nameTerms, scope), CandidatesAnswer, until),
      charactersOf(city, until),
    ])
    const judged: Judged = { text, phrase, nameTerms, candidates, counts, characters }
    const more = storyTerms(judged)
    const counted =
      more.length === 0
        ? judged
        : { ...judged, counts: await ask(countsBody(city, more), CountsAnswer, until) }
    return judge(counted, limit, (key) => key.slice(city.length + 1))
  }

  const answer = async (text: string, scope: SearchScope, until: AbortSignal): Promise<SearchAnswer> => {
    const direct = await find(text, scope, until)
    if (direct.length > 0 || text.length > SHORT) return { hits: direct }
    const body = soundsBody(text, asPhrase(text), scope)
    if (body === undefined) return { hits: [] }
    const sounds = new Sounds()
    for (const { questions } of await ask(body, QuestionsAnswer, until))
      for (const question of questions) sounds.learn(question)
    const respelled = sounds.respell(text)
    const meanings = [...sounds.read(text), ...(respelled === undefined ? [] : [respelled])]
    const slip = sounds.oneSlip(text)
    const [slipped = [], ...found] = await Promise.all(
      [slip ?? '', ...meanings].map((words) => find(words, scope, until)),
    )
    const hits = new Map<string, SearchHit>()
    for (const hit of found.flat()) if (!hits.has(hit.id)) hits.set(hit.id, hit)
    const meant = meanings.find((_, i) => (found[i]?.length ?? 0) > 0)
    return {
      hits: [...hits.values()].slice(0, scope.limit),
      // A slip may as well be another word: it is only asked back.
      meant: meant ?? (slipped.length > 0 ? slip : undefined),
    }
  }

  /** Undefined where the engine does not answer, or has nothing to answer from yet. */
  const tried = <T>(work: (until: AbortSignal) => Promise<T>): Promise<T | undefined> =>
    breaker.run(() =>
      work(AbortSignal.timeout(PATIENCE_MS)).catch((error: unknown) => {
        // Neither is a reason to ask nothing else for a while.
        if (error instanceof NoSuchIndex) index.compareAgain()
        else if (error instanceof QuestionRefused)
          log.warn({ reason: error.message }, 'a question was answered without the search engine')
        else throw error
        return undefined
      }),
    )

  return {
    search: async (query, scope) => {
      const text = leaving(query)
      if (asPhrase(text).terms.length === 0) return { hits: [] }
      const found = await tried((until) => answer(text, scope, until))
      return found ?? { ...(await own.search(query, scope)), limited: true }
    },
    suggest: async (typed, scope) => {
      const body = suggestionsBody(typed, scope)
      if (body === undefined) return []
      const found = await tried(async (until) => {
        const suggestions = new Suggestions()
        for (const { key, questions } of await ask(body, QuestionsAnswer, until))
          suggestions.put(key.slice(scope.city.length + 1), questions)
        return suggestions.find(typed, scope.limit, () => true)
      })
      return found ?? own.suggest(typed, scope)
    },
  }
}
