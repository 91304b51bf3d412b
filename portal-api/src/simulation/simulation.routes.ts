/** The administrator's page: the city's rules as they are in force, and what a draft of them would do. */
import { listRuleFiles, simulateRules } from '@jiesu/shared-types'
import { createHash } from 'node:crypto'
import type { CityTexts } from '../cities/parseCity'
import type { Caller, StaffCaller } from '../identity/caller'
import { mayTryRules } from '../identity/rules/policies'
import type { Binder } from '../platform/http/bind'
import type { Logger } from '../platform/log'
import { Refused } from '../platform/problems'
import { MOST_ORDERS, type TryRules } from './tryRules'

export interface SimulationParts {
  /** The cities' files as they are in force. */
  readonly texts: ReadonlyMap<string, CityTexts>
  readonly tryRules: TryRules
  readonly log: Logger
}

const VERSION_DIGITS = 16
const versionOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, VERSION_DIGITS)

const administratorOf = ({ staff }: Caller): StaffCaller => {
  if (staff === undefined) throw new Refused('sign-in-required')
  if (!mayTryRules(staff.role)) throw new Refused('not-yours', { detail: '城市规则由本市管理员查看和试算。' })
  return staff
}

export const simulationRoutes = (bind: Binder, { texts, tryRules, log }: SimulationParts): void => {
  bind(listRuleFiles, ({ caller }) => {
    const { city } = administratorOf(caller)
    const files = [...(texts.get(city) ?? [])]
    return {
      files: files.map(([name, text]) => ({ name, text, version: versionOf(text) })),
      mostOrders: MOST_ORDERS,
    }
  })

  bind(simulateRules, async ({ caller, body }) => {
    const { id, city } = administratorOf(caller)
    const answer = await tryRules(city, body)
    // A trial reads what people wrote, if only by machine: who tried what stays known.
    if (answer.outcome === 'report')
      log.info({ by: id, city, files: Object.keys(body.files), orders: answer.orders }, 'rules tried')
    return answer
  })
}
