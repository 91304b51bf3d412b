import type { StaffIdentity } from '@jiesu/shared-types'
import { sessions } from '../../../stores/session'
import { useStore } from '../../../stores/store'

/** Who works here; undefined while nobody is signed in, also after the session ran out. */
export const useStaff = (): StaffIdentity | undefined => {
  const identity = useStore(sessions.staff.store)?.identity
  return identity?.kind === 'staff' ? identity : undefined
}

/** Names a desk on this device: drafts of one unit are not those of another. */
export const deskOf = (staff: StaffIdentity): string => staff.unit?.id ?? `${staff.city}-${staff.role}`

/** Where a member of staff begins: orders, or for administrators the city's rules, and for its people the knowledge. */
export const ownPageOf = ({ role }: StaffIdentity): 'deskOrders' | 'deskRules' | 'deskKnowledge' => {
  if (role === 'administrator') return 'deskRules'
  return role === 'knowledge-editor' || role === 'knowledge-reviewer' ? 'deskKnowledge' : 'deskOrders'
}
