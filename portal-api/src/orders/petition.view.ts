/** 信访查重 as the hotline's own staff see it. */
import { PETITION_STAGE_WORDS, type PetitionCheck, shanghaiInstant } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { StaffCaller } from '../identity/caller'
import { mayNotePetition } from '../identity/rules/policies'
import { findingViews } from '../scope/scope.view'
import type { StoredOrder } from './order.document'
import { asksForOpinion, stopsAcceptance } from './rules/petition'

/** Undefined where nothing was compared. */
export const petitionView = (
  stored: StoredOrder,
  staff: StaffCaller,
  city: City,
): PetitionCheck | undefined => {
  const { order, petition, petitionDueAt } = stored
  if (petition === undefined)
    return petitionDueAt === undefined ? undefined : { late: false, hits: [], asksForOpinion: false }
  const { opinion } = petition
  const rule = city.profile.petitionCheck?.rule
  const [finding] =
    rule !== undefined && stopsAcceptance(petition) ? findingViews(city, [{ rule, words: [] }]) : []
  return {
    checkedAt: shanghaiInstant(petition.at),
    late: petition.late,
    hits: petition.hits.map(({ sameIdentity, ...hit }) => ({
      ...hit,
      stageWords: PETITION_STAGE_WORDS[hit.stage],
      samePerson: sameIdentity,
    })),
    ...(finding === undefined ? {} : { finding }),
    asksForOpinion: asksForOpinion(petition, order) && mayNotePetition(staff),
    ...(opinion === undefined ? {} : { opinion: { at: shanghaiInstant(opinion.at), text: opinion.text } }),
  }
}
