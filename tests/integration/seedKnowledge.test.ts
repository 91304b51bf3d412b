/** The demo's knowledge: reported errors, entries on their way, a question asked in vain; a second time nothing more. */
import { listKnowledgeDesk, listKnowledgeProposals } from '@jiesu/shared-types'
import { startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
beforeAll(async () => {
  // Earlier than the day on which some entries were compared with their source.
  portal = await startPortal('2026-11-20T10:00:00+08:00')
  await portal.seedDemoKnowledge()
})
afterAll(() => portal.stop())

describe.each(['yantai', 'fuzhou'])('%s', (city) => {
  const countsOf = async (account: string) =>
    (await portal.call(listKnowledgeDesk, { query: { queue: 'all' } }, await portal.staff(account))).counts

  test('the reviewer finds an entry to publish, errors that were reported, one of them overdue', async () => {
    expect(await countsOf(`${city}-knowledge-reviewer`)).toMatchObject({
      mine: 1,
      corrections: 3,
      overdue: 1,
    })
  })

  test('what readers reported waits for the unit that keeps the entry', async () => {
    const id = `${city}-marriage`
    const stored = await portal.connection.collection('knowledgeEntries').findOne({ _id: id as never })
    const { unit } = stored!['summary'] as { unit: string }
    const { entries } = await portal.call(
      listKnowledgeDesk,
      { query: { queue: 'mine' } },
      await portal.staff(`${city}-${unit}-editor`),
    )
    expect(entries.map((row) => row.id)).toContain(id)
  })

  test('a question of several people is proposed, as often as it was asked', async () => {
    const reviewer = await portal.staff(`${city}-knowledge-reviewer`)
    const { proposals } = await portal.call(listKnowledgeProposals, {}, reviewer)
    expect(proposals).toMatchObject([{ words: '小区能不能装换电柜', otherWords: ['哪里能申请装换电柜'] }])
  })
})

test('a second time nothing is added or changed', async () => {
  const stored = async () =>
    Promise.all(
      ['knowledgeEntries', 'knowledgeQuestions'].map((name) =>
        portal.connection.collection(name).find().sort({ _id: 1 }).toArray(),
      ),
    )
  const before = await stored()
  expect(before.map(({ length }) => length)).toEqual([12, 2])
  portal.now = new Date('2026-11-21T10:00:00+08:00')
  await portal.seedDemoKnowledge()
  expect(await stored()).toEqual(before)
})
