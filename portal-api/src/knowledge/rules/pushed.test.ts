/** What a unit's system may do with entries, and that the same content again does nothing. */
import fc from 'fast-check'
import type { EntryContent } from './entryContent'
import type { Life } from './life'
import { type Command, type Editor, step } from './lifecycle'
import { type PushDecision, pushEntry } from './pushed'
import { ENTRY } from './testSupport'

const NOW = new Date('2026-11-23T09:00:00+08:00')
const ID = { id: 'yantai-a', city: 'yantai' }
const SYSTEM = { id: 'system:water', role: 'knowledge-editor', unitId: 'water' } as const
const PERSON: Editor = { id: 'editor', role: 'knowledge-editor', unitId: 'water' }
const MANAGER: Editor = { id: 'manager', role: 'manager', unitId: 'water' }
const REVIEWER: Editor = { id: 'reviewer', role: 'knowledge-reviewer' }

let count = 0
const push = (life: Life | undefined, content: EntryContent): PushDecision =>
  pushEntry(life, ID, { system: SYSTEM, content, why: '推送', commandId: `push-${String(count++)}` }, NOW)
const lifeOf = (decision: PushDecision): Life => {
  if (!('life' in decision)) throw new Error(JSON.stringify(decision))
  return decision.life
}
type Move = Command extends infer C ? (C extends Command ? Omit<C, 'commandId'> : never) : never
const move = (life: Life, editor: Editor, command: Move): Life => {
  const decision = step(life, editor, { commandId: `c${String(count++)}`, ...command }, NOW)
  if (!decision.ok) throw new Error(decision.detail)
  return decision.life
}
const other = (title: string): EntryContent => ({ ...ENTRY, title })

test('a new entry waits for the unit’s manager and is public to nobody', () => {
  const decision = push(undefined, ENTRY)
  expect(decision).toMatchObject({
    result: 'added',
    life: {
      ...ID,
      versions: [],
      work: { stage: 'unit-review', content: ENTRY, by: 'system:water', why: '推送' },
    },
  })
  expect(lifeOf(decision).live).toBeUndefined()
  expect(lifeOf(decision).events.map(({ type }) => type)).toEqual(['edited', 'submitted'])
})

test('through manager and hotline it is published as what people write is', () => {
  let life = lifeOf(push(undefined, ENTRY))
  life = move(life, MANAGER, { action: 'approve' })
  life = move(life, REVIEWER, { action: 'approve' })
  expect(life).toMatchObject({ live: 1, work: undefined })
  expect(push(life, ENTRY)).toEqual({ result: 'unchanged' })
  const changed = push(life, other('改过'))
  expect(changed).toMatchObject({ result: 'changed', life: { live: 1, work: { stage: 'unit-review' } } })
})

test('what nobody has decided on is taken back by the system itself', () => {
  const first = lifeOf(push(undefined, ENTRY))
  const second = lifeOf(push(first, other('改过')))
  expect(second.work).toMatchObject({ stage: 'unit-review', content: { title: '改过' } })
  const returned = move(second, MANAGER, { action: 'return', why: '再改' })
  expect(push(returned, other('改过'))).toEqual({ result: 'unchanged' })
  expect(lifeOf(push(returned, other('又改'))).work).toMatchObject({ stage: 'unit-review', why: '推送' })
})

test('what a person is writing, or has submitted, is not overwritten', () => {
  const returned = move(lifeOf(push(undefined, ENTRY)), MANAGER, { action: 'return', why: '再改' })
  const edited = move(returned, PERSON, { action: 'edit', content: other('人写的') })
  expect(push(edited, other('系统的'))).toMatchObject({ result: 'refused', code: 'being-edited' })
  const submitted = move(edited, PERSON, { action: 'submit', why: '改好了' })
  expect(push(submitted, other('系统的'))).toMatchObject({ result: 'refused', code: 'in-review' })
})

test('what a person has discarded comes back with other words, not with the same', () => {
  const returned = move(lifeOf(push(undefined, ENTRY)), MANAGER, { action: 'return', why: '再改' })
  const discarded = move(move(returned, PERSON, { action: 'edit', content: other('人写的') }), PERSON, {
    action: 'discard',
  })
  expect(push(discarded, other('人写的'))).toEqual({ result: 'unchanged' })
  expect(lifeOf(push(discarded, other('系统的'))).work).toMatchObject({ stage: 'unit-review' })
})

test('after the manager’s approval it is no longer the system’s', () => {
  const life = move(lifeOf(push(undefined, ENTRY)), MANAGER, { action: 'approve' })
  expect(push(life, other('改过'))).toMatchObject({ result: 'refused', code: 'in-review' })
})

test('entries of other units, and entries for them, are not the system’s', () => {
  const life = lifeOf(push(undefined, ENTRY))
  const roads = { id: 'system:roads', role: 'knowledge-editor', unitId: 'roads' } as const
  const asRoads = (content: EntryContent) =>
    pushEntry(life, ID, { system: roads, content, why: '推送', commandId: 'r' }, NOW)
  expect(asRoads({ ...ENTRY, unit: 'roads' })).toMatchObject({ result: 'refused', code: 'not-yours' })
  expect(asRoads(ENTRY)).toMatchObject({ result: 'refused', code: 'not-yours' })
})

test('files that people have attached stay', () => {
  const files = [{ id: 'f1', name: '申请表', mediaType: 'application/pdf', bytes: 1 }] as const
  let life = lifeOf(push(undefined, ENTRY))
  life = move(life, MANAGER, { action: 'return', why: '请附申请表' })
  life = move(life, PERSON, { action: 'edit', content: { ...ENTRY, attachments: files } })
  life = move(life, PERSON, { action: 'submit', why: '附上申请表' })
  life = move(move(life, MANAGER, { action: 'approve' }), REVIEWER, { action: 'approve' })
  expect(push(life, ENTRY)).toEqual({ result: 'unchanged' })
  expect(lifeOf(push(life, other('改过'))).work?.content).toMatchObject({ title: '改过', attachments: files })
})

test('what the hotline has withdrawn does not come back by sending it again', () => {
  let life = lifeOf(push(undefined, ENTRY))
  life = move(move(life, MANAGER, { action: 'approve' }), REVIEWER, { action: 'approve' })
  life = move(life, REVIEWER, { action: 'withdraw', why: '已废止' })
  expect(push(life, ENTRY)).toEqual({ result: 'unchanged' })
})

/** Steps of everybody, in any order; those that are not possible are left out. */
const deed = fc.oneof(
  fc.record({ who: fc.constant('system' as const), title: fc.constantFrom('甲', '乙', '丙') }),
  fc.record({ who: fc.constant('person' as const), title: fc.constantFrom('甲', '丁') }),
  fc.record({
    who: fc.constantFrom('manager' as const, 'reviewer' as const, 'submitter' as const),
    action: fc.constantFrom('approve' as const, 'return' as const, 'withdraw' as const, 'submit' as const),
  }),
)

test('in any sequence: sending the same twice changes nothing more, nothing is published by it, nobody’s text is lost', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      let life: Life | undefined
      for (const one of deeds) {
        if (one.who === 'system') {
          const before = life
          const decision = push(life, other(one.title))
          if (!('life' in decision)) continue
          life = decision.life
          expect(life.live).toBe(before?.live)
          expect(life.versions).toEqual(before?.versions ?? [])
          if (before?.work !== undefined) expect(before.work.by).toBe(SYSTEM.id)
          expect(push(life, other(one.title))).toEqual({ result: 'unchanged' })
        } else if (life !== undefined) {
          const editor = { person: PERSON, submitter: PERSON, manager: MANAGER, reviewer: REVIEWER }[one.who]
          const command =
            'title' in one
              ? { action: 'edit' as const, content: other(one.title) }
              : { action: one.action, why: '理由' }
          const done = step(life, editor, { commandId: `d${String(count++)}`, ...command }, NOW)
          if (done.ok) life = done.life
        }
      }
    }),
    { numRuns: 300, seed: 20261123 },
  )
})
