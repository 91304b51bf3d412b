import type { FaultPlan } from '../../support/faults'
import { listen } from '../../support/listen'
import { createOpensearch, type ItemFault, type OpensearchSettings } from './createOpensearch'

/** The search engine inside the test's own process, on a free port. */
export interface RunningOpensearch {
  url: string
  stop: () => Promise<void>
  /** How many documents an index or alias holds; undefined where there is none. */
  count: (target: string) => number | undefined
  indexes: () => readonly string[]
  /** How many documents were really written or deleted. */
  writes: () => number
  /** How often a path was asked for, e.g. `calls('/jiesu-knowledge/_search')`. */
  calls: (path: string) => number
  /** The bodies of the searches so far. */
  searches: () => readonly Readonly<Record<string, unknown>>[]
  setFaults: (plan: FaultPlan | null) => void
  /** Refuses single items of bulk requests. */
  strikeItems: (fault: ItemFault | undefined) => void
}

export const startOpensearchMock = async (
  settings: Partial<OpensearchSettings> = {},
): Promise<RunningOpensearch> => {
  const mock = createOpensearch({ user: '', password: '', ...settings })
  const { url, stop } = await listen(mock.app.callback())
  return {
    url,
    stop,
    count: (target) => mock.find(target)?.size,
    indexes: () => [...mock.indexes.keys()],
    writes: mock.writes,
    calls: mock.calls,
    searches: () => [...mock.searches],
    setFaults: (plan) => (plan ? mock.faults.set(plan) : mock.faults.clear()),
    strikeItems: mock.strikeItems,
  }
}
