import { type Confidentiality, STAFF_ROLES, type StaffRole } from '@jiesu/shared-types/vocabulary'
import {
  maySeeAgency,
  maySeeContact,
  maySeeKnowledgeDesk,
  maySeeOrder,
  mayTryRules,
  type Reader,
  worksOnOrders,
} from './policies'

const handling = (confidentiality: Confidentiality = 'open') => ({
  city: 'yantai',
  confidentiality,
  assignment: { unitId: 'water', coUnitIds: ['roads'], row: '', reason: '', at: new Date(0) },
  state: { status: 'handling' as const, receivedAt: new Date(0) },
})

const reader = (role: StaffRole, unitId?: string, city = 'yantai'): Reader => ({ role, city, unitId })

/** Who: sees the order, sees the contact of an open and of a confidential requester. */
const TABLE: [string, Reader, boolean, boolean, boolean][] = [
  ['the operator', reader('operator'), true, true, true],
  ['the supervisor', reader('supervisor'), true, false, false],
  ['the reviewer', reader('reviewer'), true, false, false],
  ['the callback agent', reader('callback'), true, true, true],
  ['the auditor', reader('auditor'), true, false, false],
  ['the main unit', reader('handler', 'water'), true, true, false],
  ['the main unit’s manager', reader('manager', 'water'), true, true, false],
  ['the co-unit', reader('handler', 'roads'), true, false, false],
  ['another unit', reader('handler', 'schools'), false, false, false],
  ['a handler of no unit', reader('handler'), false, false, false],
  ['the administrator', reader('administrator'), false, false, false],
  ['an administrator of a unit', reader('administrator', 'water'), false, false, false],
  ['a knowledge editor of the unit', reader('knowledge-editor', 'water'), false, false, false],
  ['a knowledge reviewer', reader('knowledge-reviewer'), false, false, false],
  ['another city’s operator', reader('operator', undefined, 'fuzhou'), false, false, false],
  ['the same unit elsewhere', reader('handler', 'water', 'fuzhou'), false, false, false],
]

test.each(TABLE)('%s', (_who, who, order, open, confidential) => {
  expect({
    order: maySeeOrder(who, handling()),
    open: maySeeContact(who, handling()),
    confidential: maySeeContact(who, handling('confidential')),
    anonymous: maySeeContact(who, handling('anonymous')),
  }).toEqual({ order, open, confidential, anonymous: false })
})

test.each(TABLE)('%s: that somebody acts for the requester', (_who, who, order) => {
  const isOfUnit = who.role === 'handler' || who.role === 'manager'
  expect(maySeeAgency(who, handling())).toBe(order)
  expect(maySeeAgency(who, handling('confidential'))).toBe(order && !isOfUnit)
})

test('the main unit loses the contact when the order is over', () => {
  const over = { ...handling(), state: { status: 'withdrawn' as const, at: new Date(0), reason: '' } }
  expect(maySeeContact(reader('handler', 'water'), over)).toBe(false)
  expect(maySeeContact(reader('operator'), over)).toBe(true)
})

test('administrators have the rules and nothing else, editors and reviewers the knowledge, all others the orders', () => {
  expect(STAFF_ROLES.filter(mayTryRules)).toEqual(['administrator'])
  expect(STAFF_ROLES.filter((role) => !worksOnOrders(role))).toEqual([
    'administrator',
    'knowledge-editor',
    'knowledge-reviewer',
  ])
})

test('entries and their drafts are for those who write, review and supervise them', () => {
  expect(STAFF_ROLES.filter(maySeeKnowledgeDesk)).toEqual([
    'manager',
    'supervisor',
    'knowledge-editor',
    'knowledge-reviewer',
  ])
})
