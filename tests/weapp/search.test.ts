/** The compiled mini-program looks things up: suggestions, other spellings, topics, and a reader who reports an error. */
import type { KnowledgeSearchAnswer } from '@jiesu/shared-types'
import path from 'node:path'
import { startPortal, type TestPortal } from '../support/portal'
import { launchMiniApp, type MiniApp } from './harness'

const DIST = path.join(__dirname, '../../miniapp/dist/weapp')
const SEARCH = 'pages/knowledge/search/index'

let portal: TestPortal
let app: MiniApp
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
})
beforeEach(async () => {
  app = await launchMiniApp({ dist: DIST, baseUrl: portal.url, url: SEARCH })
})
afterEach(() => app.close())
afterAll(() => portal.stop())

const expectClean = () => {
  expect(app.warnings).toEqual([])
  expect(app.errors).toEqual([])
}
const seen = (id: string) => app.waitFor((view) => view.byId(id))
const tap = async (id: string) => app.tap(await seen(id))
const type = async (text: string) => app.input(await seen('knowledge-search'), text)
const typed = () => app.view().byId('knowledge-search').attr['value']
/** What the portal answers to the same question. */
const answerTo = async (q: string, topic?: string): Promise<KnowledgeSearchAnswer> => {
  const query = new URLSearchParams({ city: 'yantai', q, ...(topic === undefined ? {} : { topic }) })
  return (await portal.send('GET', `/api/v1/knowledge?${query.toString()}`)).body as KnowledgeSearchAnswer
}

test('initials are enough: a question is chosen from the suggestions, and its answer opened', async () => {
  await type('sbk')
  const first = await seen('knowledge-suggestion-0')
  const question = first.text
  expect(question).toContain('社保卡')
  await app.tap(first)
  await app.waitFor(() => typed() === question)
  const { hits } = await answerTo(question)
  const hit = await seen(`hit-${hits[0]!.id}`)
  expect(app.view().find((node) => node.id === 'knowledge-suggestion-0')).toBeUndefined()
  await app.tap(hit)
  expect((await seen('short-answer')).text).toContain(hits[0]!.shortAnswer.slice(0, 8))
  expectClean()
})

test('a word that only sounds right is asked back, and leads to what was meant', async () => {
  const q = '设保卡'
  const { meant = '' } = await answerTo(q)
  expect(meant).not.toBe('')
  await type(q)
  expect((await seen('knowledge-meant')).text).toContain(`您要找的是不是“${meant}”`)
  await tap('knowledge-meant')
  await app.waitFor(() => typed() === meant)
  const { hits } = await answerTo(meant)
  await seen(`hit-${hits[0]!.id}`)
  expectClean()
})

test('a topic narrows the answers; where it holds none, all topics are one tap away', async () => {
  const q = '停水'
  const { hits, topics } = await answerTo(q)
  const own = hits[0]!.topic
  await type(q)
  await tap(`topic-${own}`)
  await seen(`hit-${hits[0]!.id}`)
  const empty = []
  for (const { id } of topics) if ((await answerTo(q, id)).hits.length === 0) empty.push(id)
  await tap(`topic-${empty[0]!}`)
  await tap('knowledge-every-topic')
  await seen(`hit-${hits[0]!.id}`)
  expectClean()
})

test('a question is counted when it was asked to its end, and a reader reports what is wrong', async () => {
  const q = '家里停水了怎么办'
  await type(q)
  const { hits } = await answerTo(q)
  await seen(`hit-${hits[0]!.id}`)
  await app.confirm(await seen('knowledge-search'))
  const counted = () => portal.connection.collection('knowledgeSearches').findOne({ city: 'yantai' })
  await app.waitFor(() => !app.network.busy)
  expect(await counted()).toMatchObject({ asked: 1, unanswered: 0 })

  await tap(`hit-${hits[0]!.id}`)
  await tap('entry-wrong')
  await app.input(await seen('entry-wrong-text'), '电话已经换了，打不通。')
  await tap('entry-wrong-send')
  expect((await seen('entry-wrong-done')).text).toContain('11月26日')
  const entries = portal.connection.collection('knowledgeEntries')
  expect(await entries.countDocuments({ 'tasks.text': '电话已经换了，打不通。' })).toBe(1)
  expectClean()
})

test('without a network it says so, and finds the answer once there is one', async () => {
  await seen('knowledge-search')
  app.network.set('none')
  await type('停暖')
  await app.waitFor((view) => view.byText(/网络/))
  app.network.set('wifi')
  const { hits } = await answerTo('停暖')
  await seen(`hit-${hits[0]!.id}`)
})
