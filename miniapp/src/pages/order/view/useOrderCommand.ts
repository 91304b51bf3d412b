import type { OrderView } from '@jiesu/shared-types'
import { useState } from 'react'
import { asProblem, type ApiProblem } from '../../../api/problem'
import type { Remote } from '../../../api/useRemote'
import { focusOn } from '../../../platform/focus'
import { isExpired } from './locks'

const MEANWHILE = ['moved-on', 'not-allowed-now']

/** Sends one command on the order and shows the order that comes back; on a clash the page is brought up to date. */
export const useOrderCommand = (order: Remote<OrderView>) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const run = async (command: () => Promise<OrderView>): Promise<boolean> => {
    setBusy(true)
    setProblem(undefined)
    try {
      order.replace(await command())
      return true
    } catch (caught) {
      const refusal = asProblem(caught)
      setProblem(refusal)
      if (MEANWHILE.includes(refusal.code)) void order.reload()
      // The page then asks for the query code again.
      if (isExpired(refusal)) void order.reload().then(() => setTimeout(() => focusOn('lookup-code')))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run }
}
