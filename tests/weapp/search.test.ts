/** The compiled mini-program looks things up: suggestions, other spellings, topics, and a reader who reports an error. */
import type { KnowledgeSearchAnswer } from '@jiesu/shared-types'
import { setStage } from './stage'

const stage = setStage()
const { seen, tapSeen: tap, valueOf } = stage
beforeEach(() => stage.open('pages/knowledge/search/index'))

const type = async (text: string) => stage.app.input(await seen('knowledge-search'), text)
/** Somebody who goes on typing: the list of suggestions closes when the field is left. */
const beginTo = async (text: string) =>
  stage.app.fire(await seen('knowledge-search'), 'input', { value: text, cursor: text.length })
const typed = () => valueOf('knowledge-search')
/** What the portal answers to the same question. */
const answerTo = async (q: string, topic?: string): Promise<KnowledgeSearchAnswer> => {
  const query = new URLSearchParams({ city: 'yantai', q, ...(topic === undefined ? {} : { topic }) })
  const answer = await stage.portal.send('GET', `/api/v1/knowledge?${query.toString()}`)
  return answer.body as KnowledgeSearchAnswer
}

test('initials are enough: a question is chosen from the suggestions, and its answer opened', async () => {
  await beginTo('sbk')
  const first = await seen('knowledge-suggestion-0')
  const question = first.text
  expect(question).toContain('社保卡')
  await stage.app.tap(first)
  await stage.app.waitFor(() => typed() === question)
  const { hits } = await answerTo(question)
  const hit = await seen(`hit-${hits[0]!.id}`)
  expect(stage.app.view().find((node) => node.id === 'knowledge-suggestion-0')).toBeUndefined()
  await stage.app.tap(hit)
  expect((await seen('short-answer')).text).toContain(hits[0]!.shortAnswer.slice(0, 8))
})

test('a word that only sounds right is asked back, and leads to what was meant', async () => {
  const q = '设保卡'
  const { meant = '' } = await answerTo(q)
  expect(meant).not.toBe('')
  await type(q)
  expect((await seen('knowledge-meant')).text).toContain(`您要找的是不是“${meant}”`)
  await tap('knowledge-meant')
  await stage.app.waitFor(() => typed() === meant)
  const { hits } = await answerTo(meant)
  await seen(`hit-${hits[0]!.id}`)
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
})

test('a question is counted when it was asked to its end, and a reader reports what is wrong', async () => {
  const q = '家里停水了怎么办'
  await type(q)
  const { hits } = await answerTo(q)
  await seen(`hit-${hits[0]!.id}`)
  await stage.app.confirm(await seen('knowledge-search'))
  const counted = () => stage.portal.connection.collection('knowledgeSearches').findOne({ city: 'yantai' })
  await stage.app.waitFor(() => !stage.app.network.busy)
  expect(await counted()).toMatchObject({ asked: 1, unanswered: 0 })

  await tap(`hit-${hits[0]!.id}`)
  await tap('entry-wrong')
  await stage.app.input(await seen('entry-wrong-text'), '电话已经换了，打不通。')
  await tap('entry-wrong-send')
  expect((await seen('entry-wrong-done')).text).toContain('11月26日')
  const entries = stage.portal.connection.collection('knowledgeEntries')
  expect(await entries.countDocuments({ 'tasks.text': '电话已经换了，打不通。' })).toBe(1)
})

test('without a network it says so, and finds the answer once there is one', async () => {
  await seen('knowledge-search')
  stage.app.network.set('none')
  await type('停暖')
  await stage.app.waitFor((view) => view.byText(/网络/))
  stage.app.network.set('wifi')
  const { hits } = await answerTo('停暖')
  await seen(`hit-${hits[0]!.id}`)
})
