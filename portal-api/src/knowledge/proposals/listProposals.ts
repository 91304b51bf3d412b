/** What is proposed in a city now: questions nobody answered, and categories that the hotline answers itself. */
import { DAY_MS, shanghaiDay } from '@jiesu/shared-types'
import type { ProposalKind } from '@jiesu/shared-types/vocabulary'
import type { City } from '../../cities/cityData'
import { chooseUnit } from '../../dispatch/rules/chooseUnit'
import type { KnowledgeViews } from '../knowledge.view'
import type { KnowledgeItem } from '../knowledgeData'
import { ownerOf } from '../asLife'
import type { EditEntry } from '../editEntry'
import { nearestAmong } from '../rules/nearest'
import { generalSentences } from '../rules/personalWords'
import { isFulfilled, isGivenUp } from '../rules/proposal'
import type { Directory } from '../rules/standard'
import type { ProposalDecision, ProposalDecisions } from './decisions.store'
import type { DirectAnswers } from './directAnswers.store'
import type { UnansweredQuestions } from './questions.store'

export interface Proposal {
  readonly id: string
  readonly kind: ProposalKind
  readonly words: string
  readonly otherWords: readonly string[]
  readonly askers: number
  readonly times: number
  /** Days in Shanghai. */
  readonly since: string
  readonly last: string
  readonly replies: readonly string[]
  readonly orders: readonly string[]
  readonly nearest: readonly (KnowledgeItem & { readonly unit: string })[]
  readonly unit: string | undefined
  readonly decision: ProposalDecision | undefined
}

type Raw = Omit<Proposal, 'nearest' | 'unit' | 'decision'> & {
  /** Of the category, by the dispatch catalogue. */
  readonly unit?: string | undefined
}

export interface ListParts {
  readonly knowledge: Pick<KnowledgeViews, 'listItems'>
  readonly questions: Pick<UnansweredQuestions, 'shown' | 'remove'>
  readonly directAnswers: DirectAnswers
  readonly decisions: ProposalDecisions
  readonly editEntry: Pick<EditEntry, 'find'>
  readonly directory: (city: string) => Directory
}

/** Questions of a city that are looked at; those asked by most come first. */
const MOST_QUESTIONS = 200
const MOST_NEAREST = 3
const MOST_REPLIES = 3
const MOST_ORDERS = 10

const categoriesOf = (city: City) => city.categoryGroups.flatMap(({ categories }) => categories)

export const makeListProposals = (parts: ListParts) => {
  const { knowledge, questions, directAnswers, decisions, editEntry, directory } = parts

  const asked = async (city: City, now: Date): Promise<Raw[]> =>
    (await questions.shown(city.id, now, MOST_QUESTIONS)).flatMap(({ wordings, ...question }) => {
      const [words, ...otherWords] = wordings
      return words === undefined
        ? []
        : [{ ...question, kind: 'question' as const, words, otherWords, replies: [], orders: [] }]
    })

  const unitOf = (city: City, category: string, now: Date): string | undefined => {
    const matter = { category, requester: 'citizen', kind: 'consult', facts: [] } as const
    const { options } = chooseUnit(city, matter, now)
    return options.length === 1 ? options[0]?.unitId : undefined
  }

  /** Only what was answered after the last word on the category counts. */
  const answeredDirectly = async (city: City, now: Date): Promise<Raw[]> => {
    const { askers: needed, keptDays } = city.profile.knowledgeProposals
    const answers = await directAnswers.since(city.id, new Date(now.getTime() - keptDays * DAY_MS))
    const idOf = (category: string) => `orders-${city.id}-${category.replace('/', '-')}`
    const decided = new Map(
      (await decisions.ofProposals([...new Set(answers.map(({ category }) => idOf(category)))])).map(
        (one) => [one.id, one],
      ),
    )
    return categoriesOf(city).flatMap(({ id: category, name }) => {
      const id = idOf(category)
      const last = decided.get(id)
      const isOver = last?.state === 'done' || last?.state === 'dismissed'
      const own = answers.filter(
        (answer) => answer.category === category && !(isOver && answer.at <= last.at),
      )
      const [newest] = own
      const oldest = own.at(-1)
      if (newest === undefined || oldest === undefined || own.length < needed) return []
      const texts = own.map(({ reply }) => generalSentences(reply, directory(city.id).phones))
      return [
        {
          id,
          kind: 'orders' as const,
          words: name,
          otherWords: [],
          askers: own.length,
          times: own.length,
          since: shanghaiDay(oldest.at),
          last: shanghaiDay(newest.at),
          replies: [...new Set(texts)].filter((text) => text !== '').slice(0, MOST_REPLIES),
          orders: own.slice(0, MOST_ORDERS).map(({ number }) => number),
          unit: unitOf(city, category, now),
        },
      ]
    })
  }

  /** Closes what has been published since it was taken up, and opens what was given up. */
  const settle = async (city: City): Promise<void> => {
    for (const decision of await decisions.taken(city.id)) {
      const found = decision.entry === undefined ? undefined : await editEntry.find(decision.entry)
      const versions = found?.life.versions ?? []
      const at = versions.at(-1)?.at
      if (at === undefined || !isFulfilled(decision.versions ?? 0, versions.length)) {
        // Who took it up has given the draft up: it is anybody's again.
        if (found !== undefined && isGivenUp(found.life)) await decisions.remove(decision.id)
        continue
      }
      if (decision.kind === 'orders')
        await decisions.write({ ...decision, at, state: 'done' }, ['taken', 'done'])
      else {
        // Whoever asks it again in vain begins anew.
        await questions.remove(decision.id)
        await decisions.remove(decision.id)
      }
    }
  }

  return async (city: City, now: Date): Promise<readonly Proposal[]> => {
    await settle(city)
    const raw = [...(await asked(city, now)), ...(await answeredDirectly(city, now))]
    const decided = new Map(
      (await decisions.ofProposals(raw.map(({ id }) => id))).map((decision) => [decision.id, decision]),
    )
    const nearest = nearestAmong(
      knowledge.listItems(city.id).map((item) => ({ ...item, unit: ownerOf(city, item.unitName) })),
    )
    return raw
      .flatMap((one): Proposal[] => {
        const known = decided.get(one.id)
        // A category that has been decided is here again only with orders answered since.
        const decision =
          one.kind === 'orders' && known?.state !== 'taken' && known?.state !== 'assigned' ? undefined : known
        if (decision?.state === 'dismissed') return []
        const unit = decision?.unit ?? one.unit
        return [{ ...one, nearest: nearest(one.words, MOST_NEAREST), unit, decision }]
      })
      .sort((a, b) => b.askers - a.askers || b.times - a.times || a.id.localeCompare(b.id))
  }
}

export type ListProposals = ReturnType<typeof makeListProposals>
