import type { FaultPlan } from '../../support/faults'
import { listen } from '../../support/listen'
import type { AnswerPlan, Posted } from './answering'
import { createDepartments, type DepartmentsSettings } from './createDepartments'
import type { Received } from './inbox'

export { SYSTEMS } from './systems'

/** The units' systems inside the test's own process, on a free port. */
export interface RunningDepartments {
  url: string
  stop: () => Promise<void>
  /** Events taken so far, in order; only those of one system when it is given. */
  received: (system?: string) => readonly Received[]
  /** How often an event came that was there already. */
  repeats: () => number
  /** What the systems posted by themselves, and how that went. */
  posted: () => readonly Posted[]
  /** How often a path was asked for, e.g. `calls('/systems/demo-yantai-water-supply/events')`. */
  calls: (path: string) => number
  setFaults: (plan: FaultPlan | null) => void
  setAnswering: (plan: AnswerPlan | null) => void
}

export const startDepartmentsMock = async (
  settings: Partial<DepartmentsSettings> = {},
): Promise<RunningDepartments> => {
  const { now = Date.now } = settings
  const mock = createDepartments({ now })
  const { url, stop } = await listen(mock.app.callback())
  return {
    url,
    stop,
    received: (system) => mock.inbox.received.filter((event) => !system || event.system === system),
    repeats: () => mock.inbox.repeats,
    posted: () => [...mock.answering.posted],
    calls: mock.calls,
    setFaults: (plan) => (plan ? mock.faults.set(plan) : mock.faults.clear()),
    setAnswering: (plan) => {
      mock.answering.plan = plan ?? undefined
    },
  }
}
