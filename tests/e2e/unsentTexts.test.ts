/** On an order's page in a real browser: what a citizen wrote there and has not sent outlives the page. */
import { PHONE, type Visitor } from '../support/browser'
import { contestedDecision, leakingMain } from '../support/appeals'
import { deeds, type Submitted } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { lookUp } from './citizen'
import { setStage } from './stage'

jest.setTimeout(120_000)

const stage = setStage()
let citizen: Visitor
let act: ReturnType<typeof deeds>
beforeAll(() => {
  act = deeds(stage.portal)
})
beforeEach(async () => {
  citizen = await stage.visitor(PHONE)
})

const open = ({ number, receipt }: Submitted) => lookUp(citizen, { number, code: receipt.queryCode })
/** Values of all drafts on the device, as text. */
const keptDrafts = () =>
  citizen.page.evaluate<string>(
    `Object.entries(localStorage).filter(([key]) => key.startsWith('jiesu:draft:')).map(([, kept]) => kept).join()`,
  )

/** Types, reloads, finds the words again, and loses the network once before they are sent. */
const survives = async (field: string, send: string, words: string, sent: () => Promise<unknown>) => {
  await citizen.fill(field, words)
  await citizen.page.reload()
  await citizen.sees(field)
  expect(await citizen.at(field).inputValue()).toBe(words)
  await citizen.context.setOffline(true)
  await citizen.press(send)
  await citizen.sees('problem', '您填写的内容都还在')
  expect(await citizen.at(field).inputValue()).toBe(words)
  await citizen.context.setOffline(false)
  await citizen.press(send)
  await sent()
  expect(await keptDrafts()).not.toContain(words)
}

test('why a decline is not agreed with', async () => {
  const order = await act.submit(contestedDecision({ insist: true }))
  const operator = await stage.portal.staff('yantai-operator')
  await act.decline(order.number, operator, {
    reason: '对处罚决定不服，由复议机关处理。',
    goTo: '烟台市司法局行政复议窗口',
  })
  await open(order)
  await citizen.sees('order-contest')
  const words = '我问的是窗口的服务态度，不是处罚本身。'
  await survives('order-contest-reason', 'order-contest-reason-send', words, () =>
    citizen.sees('order-timeline', words),
  )
})

test('why an appeal is taken back, and that this was about to be done', async () => {
  await open(await act.submit(leakingMain()))
  await citizen.press('order-withdraw')
  const words = '物业已经修好了。'
  await survives('order-withdraw-reason', 'order-withdraw-yes', words, () =>
    citizen.sees('order-sentence', '撤回'),
  )
})

test('thinking better of a withdrawal keeps the words until they are needed', async () => {
  await open(await act.submit(leakingMain()))
  await citizen.press('order-withdraw')
  await citizen.fill('order-withdraw-reason', '物业说今天来修')
  await citizen.press('order-withdraw-no')
  await citizen.page.reload()
  await citizen.sees('order-withdraw')
  await citizen.press('order-withdraw')
  expect(await citizen.at('order-withdraw-reason').inputValue()).toBe('物业说今天来修')
})

test('the answer to a question', async () => {
  const order = await act.submit(contestedDecision({ insist: true }))
  await act.ask(order.number, await stage.portal.staff('yantai-operator'), '请问是哪一份处罚决定？')
  await open(order)
  const words = '是上个月收到的那一份。'
  await survives('order-information', 'order-information-send', words, () =>
    citizen.sees('order-content', words),
  )
})

test('what is said of the reply', async () => {
  const order = await act.submit(leakingMain())
  const unit = await stage.portal.staff(await handlerOf(stage.portal, order.number))
  await act.receive(order.number, unit)
  await act.reply(order.number, unit)
  await open(order)
  await citizen.press('order-rate')
  await citizen.sees('rate-send')
  await citizen.press('rate-solved-solved')
  await citizen.press('rate-satisfaction-satisfied')
  const words = '师傅来得很快。'
  await survives('rate-reason', 'rate-send', words, () => citizen.sees(`order-${order.number}`, '您已评价'))
})
