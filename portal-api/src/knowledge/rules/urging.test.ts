import type { StaffRole } from '@jiesu/shared-types/vocabulary'
import type { Life, Task } from './life'
import { ENTRY } from './testSupport'
import { mayUrge, urge } from './urging'

const NOW = new Date('2026-11-23T09:00:00+08:00')
const due = new Date('2026-11-23T00:00:00+08:00')
const OVERDUE: Task = { id: 'c1', kind: 'correction', at: new Date('2026-11-16T09:00:00+08:00'), due }
const LIFE: Life = {
  id: 'yantai-a',
  city: 'yantai',
  versions: [{ number: 1, content: ENTRY, at: OVERDUE.at }],
  live: 1,
  tasks: [OVERDUE],
  events: [],
}
const urgedAt = (at: string) => [{ at: new Date(at), by: 's', why: '请尽快核对' }]

test.each<[string, StaffRole, Partial<Task>, boolean]>([
  ['an overdue task', 'supervisor', {}, true],
  ['one that is due this moment', 'supervisor', { due: NOW }, true],
  ['one that is not due yet', 'supervisor', { due: new Date(NOW.getTime() + 1) }, false],
  ['one that is done', 'supervisor', { closed: { at: NOW, by: 'e', outcome: '已更正' } }, false],
  ['one that was urged yesterday', 'supervisor', { urged: urgedAt('2026-11-22T23:59:00+08:00') }, true],
  ['one that was urged today', 'supervisor', { urged: urgedAt('2026-11-23T00:01:00+08:00') }, false],
  ['an overdue task', 'knowledge-reviewer', {}, false],
])('%s, by a %s', (_what, role, change, may) => {
  expect(mayUrge(role, { ...OVERDUE, ...change }, NOW)).toBe(may)
})

const command = { commandId: 'urge-1', task: 'c1', why: '请今天核对并回复' }
const supervisor = { id: 's', role: 'supervisor' } as const

test('it stands in the task and in the history; the same command again changes nothing', () => {
  const decision = urge(LIFE, supervisor, command, NOW)
  if (!decision.ok) throw new Error(decision.detail)
  const { life } = decision
  expect(life.tasks[0]?.urged).toEqual([{ at: NOW, by: 's', why: command.why }])
  expect(life.events).toEqual([
    { type: 'task-urged', at: NOW, by: 's', role: 'supervisor', why: command.why, commandId: 'urge-1' },
  ])
  expect(urge(life, supervisor, command, NOW)).toEqual({ ok: true, life })
  expect(urge(life, supervisor, { ...command, commandId: 'urge-2' }, NOW)).toMatchObject({
    ok: false,
    refusal: 'not-allowed-now',
  })
})

test.each([
  ['a manager', { id: 'm', role: 'manager' as const, unitId: 'water' }, command, 'not-yours'],
  ['a task that is not there', supervisor, { ...command, task: 'c2' }, 'not-allowed-now'],
])('%s is refused', (_who, editor, given, refusal) => {
  expect(urge(LIFE, editor, given, NOW)).toMatchObject({ ok: false, refusal })
})
