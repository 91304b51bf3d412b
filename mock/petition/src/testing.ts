import { listen } from '../../support/listen'
import type { FaultPlan } from '../../support/faults'
import { createPetition, type PetitionSettings } from './createPetition'
import type { Petition } from './register'

/** The petition system inside the test's own process, on a free port; with no petitions but those that are given. */
export interface RunningPetition {
  url: string
  key: string
  stop: () => Promise<void>
  register: (petition: Petition) => void
  /** Forgets every petition. */
  clear: () => void
  /** Bodies of the questions that were asked, in order. */
  asked: () => readonly unknown[]
  /** How often a path was asked for, e.g. `calls('/petitions/matches')`. */
  calls: (path: string) => number
  setFaults: (plan: FaultPlan | null) => void
}

export const startPetitionMock = async (
  settings: Partial<PetitionSettings> = {},
): Promise<RunningPetition> => {
  const { key = 'demo-petition-key', petitions = [] } = settings
  const mock = createPetition({ key, petitions })
  const { url, stop } = await listen(mock.app.callback())
  return {
    url,
    key,
    stop,
    register: (petition) => mock.register.add(petition),
    clear: () => mock.register.clear(),
    asked: () => [...mock.asked],
    calls: mock.calls,
    setFaults: (plan) => (plan ? mock.faults.set(plan) : mock.faults.clear()),
  }
}
