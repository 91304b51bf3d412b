import fc from 'fast-check'
import { KNOWLEDGE_ACTIONS, KNOWLEDGE_STAGES, type KnowledgeAction } from '@jiesu/shared-types/vocabulary'
import { type Life, openTask, presentContent, recheckDay, stageOf, type Work } from './life'
import { allowedActions, type Command, type Editor, step } from './lifecycle'
import { ENTRY } from './testSupport'

const NOW = new Date('2026-11-23T09:00:00+08:00')
const WHO = {
  editor: { id: 'e', role: 'knowledge-editor', unitId: 'water' },
  manager: { id: 'm', role: 'manager', unitId: 'water' },
  second: { id: 's', role: 'manager', unitId: 'roads' },
  reviewer: { id: 'r', role: 'knowledge-reviewer' },
  supervisor: { id: 'v', role: 'supervisor' },
  stranger: { id: 'x', role: 'knowledge-editor', unitId: 'schools' },
} as const satisfies Record<string, Editor>

const SHARED = { ...ENTRY, sharedWith: 'roads' }
const task = { id: 't', kind: 'correction', at: NOW, due: NOW } as const
/** Public in its second version, with a task, at any stage. */
const at = (stage: Work['stage'] | 'none'): Life => ({
  id: 'x',
  city: 'yantai',
  versions: [1, 2].map((number) => ({ number, content: SHARED, at: NOW })),
  live: 2,
  ...(stage === 'none' ? {} : { work: { stage, content: SHARED, by: 'e' } }),
  tasks: [task],
  events: [],
})

/** By stage: what each of them may do; checked by hand against the house rules. */
const TABLE: Record<Work['stage'] | 'none', Partial<Record<keyof typeof WHO, KnowledgeAction[]>>> = {
  none: { editor: ['edit', 'confirm', 'close-task'], reviewer: ['withdraw', 'roll-back', 'close-task'] },
  draft: { editor: ['edit', 'submit', 'discard', 'close-task'], reviewer: ['withdraw', 'close-task'] },
  'unit-review': {
    editor: ['close-task'],
    manager: ['approve', 'return'],
    reviewer: ['withdraw', 'close-task'],
  },
  'cross-check': {
    editor: ['close-task'],
    second: ['approve', 'return'],
    reviewer: ['withdraw', 'close-task'],
  },
  'to-publish': { editor: ['close-task'], reviewer: ['approve', 'return', 'withdraw', 'close-task'] },
  // Taken up again by writing on.
  discarded: { editor: ['edit'] },
}

test.each(KNOWLEDGE_STAGES)('who may do what: %s', (stage) => {
  const allowed = Object.fromEntries(
    Object.entries(WHO)
      .map(([name, who]) => [name, allowedActions(at(stage), who)] as const)
      .filter(([, actions]) => actions.length > 0),
  )
  expect(allowed).toEqual(TABLE[stage])
})

const command = (action: KnowledgeAction, more: Partial<Command> = {}): Command => ({
  action,
  commandId: `${action}-1`,
  why: '理由',
  content: SHARED,
  to: 1,
  task: 't',
  ...more,
})

test('what is not theirs and what is not possible now are told apart', () => {
  expect(step(at('none'), WHO.stranger, command('edit'), NOW)).toMatchObject({ refusal: 'not-yours' })
  expect(step(at('unit-review'), WHO.editor, command('edit'), NOW)).toMatchObject({
    refusal: 'not-allowed-now',
  })
})

test.each(['submit', 'return', 'withdraw', 'roll-back', 'close-task'] as const)(
  '%s has to be explained',
  (action) => {
    const stage = action === 'submit' ? 'draft' : action === 'return' ? 'to-publish' : 'none'
    const who = action === 'submit' ? WHO.editor : WHO.reviewer
    expect(step(at(stage), who, command(action, { why: ' ' }), NOW)).toMatchObject({
      refusal: 'invalid-input',
      fields: [{ path: '/why' }],
    })
    expect(step(at(stage), who, command(action), NOW)).toMatchObject({ ok: true })
  },
)

const settles = { tasks: ['t', 'gone'], outcome: '已经更正。' }
test('a version closes the tasks that it answers, in the same step and with one outcome', () => {
  const life = { ...at('to-publish'), tasks: [task, { ...task, id: 'other' }] }
  expect(step(life, WHO.reviewer, command('approve', { settles }), NOW)).toMatchObject({
    life: {
      live: 3,
      tasks: [{ id: 't', closed: { at: NOW, by: 'r', outcome: '已经更正。' } }, { id: 'other' }],
      events: [
        { type: 'published', version: 3 },
        { type: 'task-closed', why: '已经更正。' },
      ],
    },
  })
  const nothing = step(life, WHO.reviewer, command('approve', { settles: { ...settles, tasks: [] } }), NOW)
  expect(nothing).toMatchObject({ life: { events: [{ type: 'published' }] } })
})

test('tasks are settled by publication alone', () => {
  expect(step(at('unit-review'), WHO.manager, command('approve', { settles }), NOW)).toMatchObject({
    refusal: 'invalid-input',
    fields: [{ path: '/settles' }],
  })
})

test('a discarded draft leaves what is public as it is, with its tasks and its history', () => {
  const draft = at('draft')
  expect(step(draft, WHO.editor, command('discard', { why: undefined }), NOW)).toEqual({
    ok: true,
    life: {
      ...draft,
      work: undefined,
      events: [{ type: 'discarded', at: NOW, by: 'e', role: 'knowledge-editor', commandId: 'discard-1' }],
    },
  })
  expect(step(draft, WHO.stranger, command('discard'), NOW)).toMatchObject({ refusal: 'not-yours' })
  expect(step(at('unit-review'), WHO.editor, command('discard'), NOW)).toMatchObject({
    refusal: 'not-allowed-now',
  })
})

test('a draft that was never public can be taken up again after it was discarded', () => {
  const first = { ...at('draft'), versions: [], live: undefined, tasks: [] }
  const gone = step(first, WHO.editor, command('discard'), NOW)
  if (!gone.ok) throw new Error(gone.detail)
  expect(gone.life).toMatchObject({ work: { stage: 'discarded', content: SHARED }, versions: [] })
  expect(allowedActions(gone.life, WHO.editor)).toEqual(['edit'])
  expect(allowedActions(gone.life, WHO.reviewer)).toEqual([])
  expect(step(gone.life, WHO.editor, command('edit'), NOW)).toMatchObject({
    life: { work: { stage: 'draft' }, events: [{ type: 'discarded' }, { type: 'edited' }] },
  })
})

test('a topic of one unit needs no cross-check', () => {
  const alone = { ...at('unit-review'), work: { stage: 'unit-review', content: ENTRY, by: 'e' } } as Life
  expect(step(alone, WHO.manager, command('approve'), NOW)).toMatchObject({
    life: { work: { stage: 'to-publish' } },
  })
})

test('the owning unit cannot be changed in a draft', () => {
  const elsewhere = command('edit', { content: { ...SHARED, unit: 'schools' } })
  expect(step(at('none'), WHO.editor, elsewhere, NOW)).toMatchObject({ refusal: 'not-yours' })
})

test('a confirmed entry was checked today, and its recheck is done', () => {
  const due = { ...at('none'), tasks: [{ ...task, kind: 'recheck' as const }] }
  const done = step(due, WHO.editor, command('confirm'), NOW)
  expect(done).toMatchObject({
    life: {
      live: 3,
      versions: [{}, {}, { content: { checkedOn: '2026-11-23' } }],
      tasks: [{ closed: { by: 'e' } }],
    },
  })
})

test.each([
  ['half a year after it was checked', undefined, '2027-05-19'],
  ['when its source runs out', '2026-12-31', '2026-12-31'],
  ['not later because the source holds longer', '2030-12-31', '2027-05-19'],
])('is rechecked %s', (_when, validUntil, day) => {
  expect(recheckDay({ checkedOn: '2026-11-20', validUntil }, 180)).toBe(day)
})

interface Try {
  readonly who: keyof typeof WHO
  readonly action: KnowledgeAction
  readonly to: number
  readonly id: number
  readonly shared: boolean
}
const tries: fc.Arbitrary<Try> = fc.record({
  who: fc.constantFrom(...(Object.keys(WHO) as (keyof typeof WHO)[])),
  action: fc.constantFrom(...KNOWLEDGE_ACTIONS),
  to: fc.integer({ min: 1, max: 6 }),
  id: fc.integer({ min: 1, max: 60 }),
  shared: fc.boolean(),
})

test('whatever is tried: history only grows, versions are never changed, one at most is public', () => {
  fc.assert(
    fc.property(fc.array(tries, { maxLength: 80 }), (all) => {
      let life: Life = openTask({ ...at('draft'), versions: [], live: undefined, tasks: [] }, task)
      for (const { who, action, to, id, shared } of all) {
        const content = { ...(shared ? SHARED : ENTRY), title: String(id) }
        const given = { action, to, content, task: 't', why: '理由', commandId: String(id) } as Command
        const decision = step(life, WHO[who], given, NOW)
        if (!decision.ok) continue
        const next = decision.life
        const isRepeated = life.events.some(({ commandId }) => commandId === String(id))
        if (isRepeated) expect(next).toBe(life)
        else expect(next.events).toHaveLength(life.events.length + 1)
        expect(next.events.slice(0, life.events.length)).toEqual(life.events)
        expect(next.versions.slice(0, life.versions.length)).toEqual(life.versions)
        expect(next.versions.map(({ number }) => number)).toEqual(next.versions.map((_, i) => i + 1))
        if (next.live !== undefined && next.live !== life.live) expect(next.live).toBe(next.versions.length)
        // Only publication, confirmation and rollback make versions; nobody but the reviewer or the owner does.
        if (next.versions.length > life.versions.length && !isRepeated)
          expect(['approve', 'confirm', 'roll-back']).toContain(action)
        expect(KNOWLEDGE_STAGES).toContain(stageOf(next))
        // There is always something to show, and what was public is never given up as a whole.
        expect(presentContent(next)).toBeDefined()
        expect(stageOf(next) === 'discarded' && next.versions.length > 0).toBe(false)
        life = next
      }
    }),
    { numRuns: 400 },
  )
})
