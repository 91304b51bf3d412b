import { ACTOR_ROLES, FINAL_STATUSES, ORDER_ACTIONS, ORDER_STATUSES } from '@jiesu/shared-types/vocabulary'
import { isAllowed, TRANSITIONS } from './transitions'

/** role × status → actions, written out once more by hand: the table and this list must agree. */
const BY_HAND: Record<string, Record<string, readonly string[]>> = {
  requester: {
    submitted: ['withdraw'],
    'needs-info': ['giveInformation', 'withdraw'],
    'awaiting-dispatch': ['withdraw'],
    dispatched: ['withdraw'],
    handling: ['withdraw'],
    replied: ['rate'],
    'redo-review': [],
    declined: ['contestDecline'],
  },
  operator: {
    submitted: ['accept', 'decline', 'requestInformation'],
    'needs-info': [],
    'awaiting-dispatch': ['requestInformation', 'dispatch'],
    dispatched: [],
    handling: [],
    replied: [],
    'redo-review': ['orderRedo', 'conclude'],
  },
  handler: {
    submitted: [],
    'needs-info': [],
    'awaiting-dispatch': [],
    dispatched: ['receive', 'explainCause'],
    handling: ['explainCause', 'askExtension', 'reply'],
    replied: [],
    'redo-review': [],
  },
  supervisor: { handling: ['grantExtension', 'refuseExtension'] },
  system: {
    submitted: ['accept'],
    'needs-info': [],
    'awaiting-dispatch': ['dispatch'],
    dispatched: [],
    handling: [],
    replied: ['conclude'],
    'redo-review': ['conclude'],
  },
}

const inOrder = (actions: readonly string[]) => ORDER_ACTIONS.filter((action) => actions.includes(action))

const rows = ACTOR_ROLES.flatMap((role) =>
  ORDER_STATUSES.map((status) => [role, status, BY_HAND[role]?.[status] ?? []] as const),
)

test.each(rows)('%s, %s: %j', (role, status, actions) => {
  expect(ORDER_ACTIONS.filter((action) => isAllowed(action, status, role))).toEqual(inOrder(actions))
})

test('nothing leaves a final status but a contested decline', () => {
  for (const status of FINAL_STATUSES)
    for (const action of ORDER_ACTIONS)
      if (action !== 'contestDecline') expect(TRANSITIONS[action].from).not.toContain(status)
  expect(TRANSITIONS.contestDecline.from).toEqual(['declined'])
})

test('every other status can be left, and every status can be reached', () => {
  const reached = new Set(ORDER_ACTIONS.flatMap((action) => TRANSITIONS[action].to))
  for (const status of ORDER_STATUSES) {
    if (status !== 'submitted') expect(reached).toContain(status)
    if ((FINAL_STATUSES as readonly string[]).includes(status)) continue
    expect(ORDER_ACTIONS.some((action) => TRANSITIONS[action].from.includes(status))).toBe(true)
  }
})

test('the desk never concludes a reply that can still be rated', () => {
  expect(isAllowed('conclude', 'replied', 'operator')).toBe(false)
  expect(isAllowed('conclude', 'replied', 'system')).toBe(true)
})
