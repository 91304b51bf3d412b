/**
 * 信访查重 (烟政办发〔2021〕3号 第6条): which petitions are worth a person's look, and which keep an order from being
 * accepted by rule. What was found is kept beside the order, never in its events: units and requesters read those.
 */
import { isInPetitionChannel, isOpen, type PetitionStage } from '@jiesu/shared-types/vocabulary'
import type { City } from '../../cities/cityData'
import type { Order } from './order'

type PetitionCheck = NonNullable<City['profile']['petitionCheck']>

/** A petition as the petition system tells of it, beside an appeal. */
interface Match {
  readonly number: string
  /** Shanghai day, YYYY-MM-DD. */
  readonly registeredOn: string
  readonly stage: PetitionStage
  /** 0 to 1. */
  readonly similarity: number
  readonly sameIdentity: boolean
  readonly excerpt: string
}

export interface PetitionHit extends Match {
  /** The same person's, and in the petition channel: whether the order is accepted is a person's decision. */
  readonly stops: boolean
}

/** What an operator made of a hit that came after the acceptance. */
export interface PetitionOpinion {
  readonly at: Date
  /** The member of staff. */
  readonly by: string
  readonly text: string
  /** Sent again, the same command changes nothing. */
  readonly command: string
}

export interface PetitionRecord {
  readonly at: Date
  /** The order was accepted before: the petition system had not answered. */
  readonly late: boolean
  readonly hits: readonly PetitionHit[]
  readonly opinion?: PetitionOpinion | undefined
}

/** Below this nothing is shown, so nothing is asked for. */
export const leastSimilarity = (check: PetitionCheck): number =>
  Math.min(check.similarity, check.othersSimilarity)

/** Petitions that are similar enough for whose they are; the others are nobody's business here. */
export const worthALook = (matches: readonly Match[], check: PetitionCheck): readonly PetitionHit[] =>
  matches
    .filter((match) => match.similarity >= (match.sameIdentity ? check.similarity : check.othersSimilarity))
    .map((match) => ({ ...match, stops: match.sameIdentity && isInPetitionChannel(match.stage) }))

/** True when a person has to decide on the acceptance. */
export const stopsAcceptance = (record: Pick<PetitionRecord, 'hits'> | undefined): boolean =>
  record !== undefined && record.hits.some((hit) => hit.stops)

/** True while an operator is asked to look at what was found after the acceptance. */
export const asksForOpinion = (
  record: PetitionRecord | undefined,
  order: Pick<Order, 'state'>,
): record is PetitionRecord =>
  record !== undefined &&
  record.late &&
  record.opinion === undefined &&
  stopsAcceptance(record) &&
  isOpen(order.state.status)
