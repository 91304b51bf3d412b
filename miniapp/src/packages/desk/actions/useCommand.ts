import type { DeskOrderView } from '@jiesu/shared-types'
import { useRef, useState } from 'react'
import { asProblem, type ApiProblem, type ProblemCode } from '../../../api/problem'
import { newCommandId } from '../../../stores/commandId'
import { sendAction, type BodyOf, type DeskAction } from './deskActions'

/** The order is not as it was when it was read: somebody acted meanwhile. */
const CONFLICTS: readonly ProblemCode[] = ['moved-on', 'not-allowed-now']
/** After these nobody knows whether the step was taken: the next try must be the same command. */
const UNKNOWN_OUTCOME: readonly ProblemCode[] = [
  'offline',
  'timeout',
  'unreadable',
  'internal',
  'storage-unavailable',
]

/** A command whose answer is still out: what was sent, under which id. */
export interface Pending {
  id: string
  sent: string
}

interface UseCommand<A extends DeskAction> {
  action: A
  number: string
  /** Keeps the pending command, with the draft where there is one. */
  pending: Pending | undefined
  setPending: (pending: Pending | undefined) => void
  onOrder: (order: DeskOrderView, action: DeskAction) => void
  onConflict: () => void
}

/** Sends a step of the desk; the same words keep the same command id until the portal has answered. */
export const useCommand = <A extends DeskAction>(options: UseCommand<A>) => {
  const { action, number, pending, setPending, onOrder, onConflict } = options
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const sending = useRef(false)

  const send = async (body: BodyOf<A>): Promise<boolean> => {
    // Two quick presses are one intention.
    if (sending.current) return false
    sending.current = true
    const sent = JSON.stringify(body)
    const id = pending?.sent === sent ? pending.id : await newCommandId()
    setPending({ id, sent })
    setBusy(true)
    setProblem(undefined)
    try {
      const order = await sendAction(action, number, id, body)
      setPending(undefined)
      onOrder(order, action)
      return true
    } catch (caught) {
      const failed = asProblem(caught)
      if (!UNKNOWN_OUTCOME.includes(failed.code)) setPending(undefined)
      if (CONFLICTS.includes(failed.code)) onConflict()
      else setProblem(failed)
      return false
    } finally {
      sending.current = false
      setBusy(false)
    }
  }
  return { busy, problem, send }
}
