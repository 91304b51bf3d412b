/** Whether knowledge answered the question: counted once per device, nobody's name, shown to the hotline as a figure. */
import { answeredByKnowledge, getBoard, searchKnowledge } from '@jiesu/shared-types'
import { commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let entry: string
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00', { settings: { JIESU_TRUST_PROXY: '1' } })
  const { hits } = await portal.call(searchKnowledge, { query: { city: 'yantai' } })
  entry = hits[0]?.id ?? ''
})
afterAll(() => portal.stop())

const say = (solved: boolean, id = commandId()) =>
  portal.call(answeredByKnowledge, { params: { id: entry }, body: { commandId: id, solved } })
const figures = async (account: string, from = '2026-11-23', to = from) =>
  (await portal.call(getBoard, { query: { from, to } }, await portal.staff(account))).knowledge

test('one id counts once, however often and however it is said', async () => {
  const id = commandId()
  await Promise.all([say(true, id), say(true, id), say(true, id)])
  await say(false, id)
  await say(true)
  await say(false)
  const shown = await figures('yantai-supervisor')
  expect(shown).toMatchObject({ solved: 2, unsolved: 1, entries: [{ id: entry, solved: 2, unsolved: 1 }] })
})

test('by day, by city, and not for units', async () => {
  portal.now = new Date('2026-11-24T00:10:00+08:00')
  await say(true)
  expect(await figures('yantai-supervisor')).toMatchObject({ solved: 2, unsolved: 1 })
  expect(await figures('yantai-supervisor', '2026-11-24')).toMatchObject({ solved: 1, unsolved: 0 })
  expect(await figures('yantai-supervisor', '2026-11-01', '2026-11-30')).toMatchObject({ solved: 3 })
  expect(await figures('fuzhou-supervisor')).toEqual({ solved: 0, unsolved: 0, entries: [] })
  expect(await figures('yantai-water-supply-manager')).toBeUndefined()
})

test('nothing is kept that tells who said it', async () => {
  const db = portal.connection.db!
  const counts = await db.collection('knowledgeAnswers').find().toArray()
  for (const count of counts)
    expect(Object.keys(count).sort()).toEqual(['_id', 'city', 'day', 'entry', 'solved', 'unsolved'])
  for (const opinion of await db.collection('knowledgeOpinions').find().toArray())
    expect(Object.keys(opinion).sort()).toEqual(['_id', 'expiresAt'])
})

test('an entry that is not there, and an address that never ends', async () => {
  const path = (id: string) => answeredByKnowledge.path.replace('{id}', id)
  const from = { 'x-forwarded-for': '203.0.113.5' }
  const send = (id: string) => portal.send('POST', path(id), { commandId: commandId(), solved: true }, from)
  expect(await send('no-such-entry')).toMatchObject({ status: 404 })
  for (let i = 0; i < 120; i++) expect((await send(entry)).status).toBe(204)
  expect(await send(entry)).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } })
})
