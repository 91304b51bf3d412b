/** Questions that are counted, and the proposals for entries that come of them. */
import { countKnowledgeSearch, listKnowledgeProposals, moveKnowledgeProposal } from '@jiesu/shared-types'
import type { City } from '../../cities/cityData'
import { maySeeOrder } from '../../identity/rules/policies'
import type { Binder } from '../../platform/http/bind'
import type { Logger } from '../../platform/log'
import type { Throttle } from '../../platform/mongo/throttle'
import { Refused } from '../../platform/problems'
import { deskOf } from '../knowledgeDesk.routes'
import { maySeeProposal, proposalActions } from '../rules/proposal'
import type { CountSearch } from './countSearch'
import type { ListProposals } from './listProposals'
import type { MoveProposal } from './moveProposal'

export interface ProposalParts {
  readonly cities: ReadonlyMap<string, City>
  readonly countSearch: CountSearch
  readonly list: ListProposals
  readonly move: MoveProposal
  readonly refreshKnowledge: (now: Date) => Promise<void>
  readonly throttle: Pick<Throttle, 'count'>
  readonly log: Pick<Logger, 'info'>
}

/** Offices and mobile networks share an address; nobody asks more. */
const QUESTIONS_PER_ADDRESS = { most: 300, window: 3600 }
/** Rows of the list; what is asked most comes first. */
const MOST = 50

export const proposalRoutes = (bind: Binder, parts: ProposalParts): void => {
  const { cities, countSearch, list, move, refreshKnowledge, throttle, log } = parts
  const cityOf = (id: string): City => {
    const city = cities.get(id)
    if (city === undefined) throw new Refused('unknown-city')
    return city
  }

  bind(countKnowledgeSearch, async ({ body, address, now }) => {
    const city = cityOf(body.city)
    await throttle.count(`asked ${address}`, QUESTIONS_PER_ADDRESS, now)
    await refreshKnowledge(now)
    await countSearch(city, { q: body.q, outcome: body.outcome, address }, now)
    return null
  })

  bind(listKnowledgeProposals, async ({ caller, now }) => {
    const staff = deskOf(caller)
    const city = cityOf(staff.city)
    await refreshKnowledge(now)
    const theirs = (await list(city, now)).filter((one) => maySeeProposal(staff, one))
    const seesOrders = maySeeOrder(staff, { city: city.id })
    const nameOf = (unit: string) => city.units.find(({ id }) => id === unit)?.name ?? unit
    return {
      proposals: theirs.slice(0, MOST).map(({ nearest, unit, decision, orders, ...one }) => ({
        ...one,
        otherWords: [...one.otherWords],
        replies: [...one.replies],
        orders: seesOrders ? [...orders] : [],
        nearest: nearest.map(({ id, title, unitName, unit: keeper }) => ({
          id,
          title,
          unitName: unitName ?? nameOf(keeper),
          own: keeper === staff.unitId,
        })),
        ...(unit === undefined ? {} : { unit, unitName: nameOf(unit) }),
        assigned: decision?.state === 'assigned',
        ...(decision?.entry === undefined ? {} : { entry: decision.entry }),
        actions: proposalActions(staff, { kind: one.kind, state: decision?.state, unit }),
      })),
      askersNeeded: city.profile.knowledgeProposals.askers,
      more: theirs.length > MOST,
    }
  })

  bind(moveKnowledgeProposal, async ({ caller, params, body, now }) => {
    const staff = deskOf(caller)
    await refreshKnowledge(now)
    const moved = await move(cityOf(staff.city), staff, params.id, body, now)
    log.info({ by: staff.id, proposal: params.id, action: body.action }, 'knowledge proposal moved')
    return moved
  })
}
