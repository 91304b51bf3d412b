/** Two portals over one database: what units publish and take back on one is so on the other within a second. */
import { getKnowledge, searchKnowledge, suggestKnowledge } from '@jiesu/shared-types'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { type As, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

const START = new Date('2026-11-23T09:00:00+08:00')
const ENTRY = { ...PIPE_ENTRY, title: '太阳能水箱冻裂了怎么办', phrasings: ['水箱冻坏了'] }

let here: TestPortal
let there: TestPortal
let does: ReturnType<typeof knowledgeDeeds>
let editor: As
let manager: As
let reviewer: As
beforeAll(async () => {
  here = await startPortal(START.toISOString())
  there = await startPortal(START.toISOString(), { database: here.database })
  does = knowledgeDeeds(here)
  editor = await here.staff('yantai-water-supply-editor')
  manager = await here.staff('yantai-water-supply-manager')
  reviewer = await here.staff('yantai-knowledge-reviewer')
})
afterAll(async () => {
  await there.stop()
  await here.stop()
})

/** A second after whatever was done last; both clocks are given, so that nothing here depends on the machine's. */
const aSecondLater = () => {
  const now = new Date(Math.max(here.now.getTime(), there.now.getTime()) + 1000)
  here.now = now
  there.now = now
}
const found = async (portal: TestPortal, q: string) =>
  (await portal.call(searchKnowledge, { query: { city: 'yantai', q } })).hits.map(({ id }) => id)
const suggested = async (portal: TestPortal, q: string) =>
  (await portal.call(suggestKnowledge, { query: { city: 'yantai', q } })).suggestions.map(({ id }) => id)
const publish = async (id: string, why: string) => {
  await does.move(id, editor, 'submit', { why })
  await does.move(id, manager, 'approve')
  await does.move(id, reviewer, 'approve')
}

test('published, changed and withdrawn here, it is so there a second later, in answers and suggestions', async () => {
  // The other portal has read everything that there is before anything is published.
  expect(await found(there, '水箱冻坏了')).toEqual([])
  const { id } = await does.draft(ENTRY, editor)
  await publish(id, '新写')
  aSecondLater()
  expect((await found(there, '水箱冻坏了'))[0]).toBe(id)
  expect(await suggested(there, '太阳能水箱')).toContain(id)
  expect(await there.call(getKnowledge, { params: { id } })).toMatchObject({ title: ENTRY.title })

  await does.edit(id, { title: '楼顶热水器漏水找谁', phrasings: ['热水器滴水'] }, editor)
  await publish(id, '改写')
  aSecondLater()
  expect((await found(there, '热水器滴水'))[0]).toBe(id)
  expect(await found(there, '水箱冻坏了')).not.toContain(id)
  expect(await suggested(there, '太阳能水箱')).not.toContain(id)

  await does.move(id, reviewer, 'withdraw', { why: '依据废止' })
  aSecondLater()
  expect(await found(there, '热水器滴水')).not.toContain(id)
  expect(await there.refused(getKnowledge, { params: { id } })).toMatchObject({ code: 'not-found' })

  await does.move(id, reviewer, 'roll-back', { why: '恢复', to: 1 })
  aSecondLater()
  expect((await found(there, '水箱冻坏了'))[0]).toBe(id)
})

test('an entry of the files that was withdrawn here is not found there, though its file is still read', async () => {
  const q = '家里停水了怎么办'
  const [id = ''] = await found(there, q)
  await does.move(id, reviewer, 'withdraw', { why: '依据废止' })
  aSecondLater()
  expect(await found(there, q)).not.toContain(id)
  expect(await there.refused(getKnowledge, { params: { id } })).toMatchObject({ code: 'not-found' })
})
