import type { OrderView } from '@jiesu/shared-types'
import { sentWords as words } from '../../../words/submit'

/** What will happen to a new order, step by step. */
export const nextSteps = ({ status, unitName }: Pick<OrderView, 'status' | 'unitName'>): string[] => {
  const { waiting, dispatch, receive, reply, redo } = words.nextSteps
  if (unitName !== undefined) return [receive(unitName), reply, redo]
  return [status === 'submitted' ? waiting : dispatch, reply, redo]
}
