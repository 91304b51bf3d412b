import type { SimulateInput, SimulationAnswer } from '@jiesu/shared-types'
import { useRef, useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'

interface Tried {
  input: SimulateInput
  answer: SimulationAnswer
}

/** Asks the portal to try changed rules; the latest answer stays until another one comes. */
export const useTrial = () => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const [tried, setTried] = useState<Tried>()
  const asking = useRef(false)

  const run = async (input: SimulateInput): Promise<void> => {
    // Two quick presses are one intention.
    if (asking.current) return
    asking.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      setTried({ input, answer: await call('simulateRules', { body: input }) })
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      asking.current = false
      setBusy(false)
    }
  }
  return { busy, problem, tried, run }
}
