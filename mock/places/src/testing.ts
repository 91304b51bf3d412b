import type { FaultPlan } from '../../support/faults'
import { listen } from '../../support/listen'
import { type Asked, createPlaces, type PlacesSettings } from './createPlaces'
import { EXAMPLES, type Spot } from './spots'

/** The map service inside the test's own process, on a free port. */
export interface RunningPlaces {
  url: string
  key: string
  stop: () => Promise<void>
  add: (spot: Spot) => void
  /** What was asked for, in order. */
  asked: () => readonly Asked[]
  /** How often a path was asked for, e.g. `calls('/ws/place/v1/suggestion')`. */
  calls: (path: string) => number
  /** Answers this instead, whatever it is; undefined: answers properly. */
  answerWith: (body: unknown) => void
  setFaults: (plan: FaultPlan | null) => void
}

export const startPlacesMock = async (settings: Partial<PlacesSettings> = {}): Promise<RunningPlaces> => {
  const { key = 'demo-places-key', spots = EXAMPLES } = settings
  const mock = createPlaces({ key, spots })
  const { url, stop } = await listen(mock.app.callback())
  return {
    url,
    key,
    stop,
    add: (spot) => {
      mock.spots.push(spot)
    },
    asked: () => [...mock.asked],
    calls: mock.calls,
    answerWith: mock.answerWith,
    setFaults: (plan) => (plan ? mock.faults.set(plan) : mock.faults.clear()),
  }
}
