/** Where an engine elsewhere searches the knowledge and does not answer, people find all the same, and are told. */
import { PHONE } from '../support/browser'
import { MONDAY, setStage } from './stage'

jest.setTimeout(120_000)

// Nobody listens there.
const stage = setStage(MONDAY, { SEARCH_URL: 'http://127.0.0.1:1' })

test('a question finds the main answers, and the page says that it was only they', async () => {
  const citizen = await stage.visitor(PHONE)
  await citizen.open('/knowledge')
  await citizen.misses('knowledge-limited')
  await citizen.fill('knowledge-search', '家里没水了')
  await citizen.sees('hit-yantai-water-outage')
  await citizen.sees('knowledge-limited', '现在只能在常用解答里查找')
  await citizen.fill('knowledge-search', '红烧肉怎么做')
  await citizen.sees('knowledge-submit')
  await citizen.sees('knowledge-limited')
})
