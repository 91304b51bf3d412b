import { ACTOR_ROLES, FINAL_STATUSES, ORDER_ACTIONS, ORDER_STATUSES } from '@jiesu/shared-types/vocabulary'
import { isAllowed, TRANSITIONS } from './transitions'

/** role × status → actions, written out once more by hand: the table and this list must agree. */
const UNIT_DISPATCHED = [
  'receive',
  'explainCause',
  'inviteCoUnits',
  'recordContact',
  'noteProgress',
  'splitAsks',
  'answerSupervision',
]
const UNIT_HANDLING = [
  'explainCause',
  'inviteCoUnits',
  'recordContact',
  'noteProgress',
  'splitAsks',
  'answerSupervision',
  'answerAsk',
  'askExtension',
  'reply',
]
const OPERATOR_AT_UNIT = ['redispatch', 'splitAsks', 'mergeInto', 'raiseUrgency', 'inviteCoUnits']
const WHILE_WAITING = ['supplement', 'remind', 'withdraw']
const BY_HAND: Record<string, Record<string, readonly string[]>> = {
  requester: {
    submitted: WHILE_WAITING,
    'needs-info': ['giveInformation', 'withdraw'],
    'awaiting-dispatch': WHILE_WAITING,
    dispatched: WHILE_WAITING,
    handling: WHILE_WAITING,
    'return-review': WHILE_WAITING,
    merged: WHILE_WAITING,
    'redo-review': ['remind'],
    replied: ['rate'],
    declined: ['contestDecline'],
  },
  operator: {
    submitted: ['accept', 'decline', 'answerDirectly', 'requestInformation'],
    'needs-info': ['resume'],
    'awaiting-dispatch': [
      'answerDirectly',
      'requestInformation',
      'dispatch',
      'splitAsks',
      'mergeInto',
      'raiseUrgency',
    ],
    dispatched: OPERATOR_AT_UNIT,
    handling: OPERATOR_AT_UNIT,
    'return-review': ['raiseUrgency'],
    merged: ['unmerge'],
    'redo-review': ['orderRedo', 'conclude'],
  },
  handler: { dispatched: UNIT_DISPATCHED, handling: UNIT_HANDLING, replied: ['answerSupervision'] },
  manager: {
    dispatched: [...UNIT_DISPATCHED, 'returnOrder'],
    handling: [...UNIT_HANDLING, 'returnOrder'],
    replied: ['answerSupervision'],
  },
  reviewer: {
    submitted: ['accept', 'decline', 'declareRepeat'],
    'awaiting-dispatch': ['declareRepeat'],
    handling: ['grantExtension', 'refuseExtension'],
    'return-review': ['upholdReturn', 'refuseReturn', 'referDuty', 'recordRuling'],
  },
  supervisor: {
    'needs-info': ['supervise'],
    merged: ['supervise'],
    'awaiting-dispatch': ['supervise'],
    dispatched: ['supervise'],
    handling: ['supervise', 'grantExtension', 'refuseExtension'],
    'return-review': ['supervise'],
    'redo-review': ['supervise', 'orderRedo', 'conclude'],
  },
  callback: { replied: ['recordCallback'] },
  // Reads, and changes nothing.
  auditor: {},
  system: {
    'needs-info': ['issueCard'],
    submitted: ['accept'],
    'awaiting-dispatch': ['dispatch', 'issueCard'],
    dispatched: ['issueCard'],
    handling: ['issueCard'],
    'return-review': ['issueCard'],
    merged: ['unmerge', 'follow', 'issueCard'],
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
