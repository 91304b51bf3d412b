/** Every endpoint is served, nothing else is; and what each one answers is what its contract says, in both cities. */
import * as endpoints from '@jiesu/shared-types'
import {
  type Attachment,
  checkScope,
  ENDPOINTS,
  type Endpoint,
  type EntryFile,
  exchangeProgress,
  exchangeReceive,
  exchangeReply,
  getCity,
  getHealth,
  getKnowledge,
  getMe,
  getQueryCode,
  listCities,
  listDeadDeliveries,
  listDeskOrders,
  listExchangeEvents,
  listExchangeSystems,
  listHotlines,
  listMyOrders,
  listPersonalDataReads,
  listRuleFiles,
  listUnits,
  notePetition,
  previewDeadlines,
  replayDelivery,
  replaySystem,
  revealContact,
  searchKnowledge,
  suggestKnowledge,
  sendSmsCode,
  signInByPhone,
  signInByWechat,
  signInStaff,
  signOut,
  simulateRules,
  uploadAttachment,
  uploadKnowledgeFile,
} from '@jiesu/shared-types'
import { DEMO_PASSWORD } from '../../portal-api/src/demo/seedStaff'
import { AGENT, appealIn, contestedDecision, parkedCars } from '../support/appeals'
import { judgeAnswer } from '../support/contract'
import { deeds, INTERNAL_ACCOUNT, PUBLIC_REPLY } from '../support/deeds'
import { asSystem, CITY_MANAGEMENT, MARKET } from '../support/exchange'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { listen } from '../support/listen'
import { fileForm, pdfFile } from '../support/entryFiles'
import { handlerOf } from '../support/handlerOf'
import { PHOTOS, upload } from '../support/photos'
import { type As, commandId, headersFor, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let started: TestPortal
/** Cities in which one of the demo's systems belongs to a unit that runs a line. */
const RUNS_A_LINE = ['fuzhou']
/** Cities whose document asks that appeals be compared with petitions (烟政办发〔2021〕3号 第6条). */
const COMPARED = ['yantai']
/** Ids of the endpoints that answered as they promise. */
const answered = new Set<string>()

beforeAll(async () => {
  started = await startPortal('2026-11-23T09:00:00+08:00', {
    settings: { EXCHANGE_DEMO_URL: 'http://127.0.0.1:1', JIESU_TRUST_PROXY: '1' },
  })
  portal = {
    ...started,
    call: async (endpoint, input, as) => {
      const answer = await started.call(endpoint, input, as)
      answered.add(endpoint.id)
      return answer
    },
  }
})
afterAll(() => portal.stop())

test('every endpoint is served with its method, and every served address is an endpoint', () => {
  const inKoa = ({ method, path }: Endpoint) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`
  const served = portal.routes.filter((route) => route.includes(' /api/'))
  // Photos and files of entries are opened by the address that comes with them, which nobody puts together by hand.
  const given = ['GET /api/v1/attachments/:id', 'GET /api/v1/knowledge/:id/files/:file']
  expect(served.filter((route) => !given.includes(route)).sort()).toEqual(ENDPOINTS.map(inKoa).sort())
})

describe.each(['yantai', 'fuzhou'])('in %s', (city) => {
  const place = () => appealIn(city).place
  const does = () => deeds(portal)
  let operator: As

  beforeAll(async () => {
    operator = await portal.staff(`${city}-operator`)
  })

  test('what anybody may read', async () => {
    await portal.call(getHealth, {})
    await portal.call(listCities, {})
    const profile = await portal.call(getCity, { params: { city } })
    await portal.call(listHotlines, { params: { city } })
    for (const { id: category } of profile.categories.flatMap((group) => group.categories))
      await portal.call(previewDeadlines, { query: { city, category } })
    for (const { id: kind } of profile.kinds)
      for (const requester of profile.requesterTypes)
        await portal.call(previewDeadlines, { query: { city, kind, requester } })
    for (const text of ['', '家里着火了快来人', '门口的路坏了', contestedDecision().text])
      await portal.call(checkScope, { body: { city, text } })
    const { hits, topics } = await portal.call(searchKnowledge, { query: { city } })
    for (const { id: topic } of topics) await portal.call(searchKnowledge, { query: { city, topic } })
    await portal.call(searchKnowledge, { query: { city, q: '停水了找谁' } })
    await portal.call(searchKnowledge, { query: { city, q: 'sfz', district: '370602', audience: 'person' } })
    await portal.call(suggestKnowledge, { query: { city, q: 'tingsh' } })
    await portal.call(endpoints.answeredByKnowledge, {
      params: { id: hits[0]!.id },
      body: { commandId: commandId(), solved: true },
    })
    const [district] = profile.districts
    const { places } = await portal.call(endpoints.searchPlaces, { query: { city, q: district!.name } })
    expect(places.map((place) => place.district)).toContain(district!.id)
    await portal.call(endpoints.searchPlaces, { query: { city, q: '青岛市市南区' } })
    await portal.call(endpoints.guessPlace, { body: { city, latitude: 37.5, longitude: 121.4 } })
    for (const { id } of hits) await portal.call(getKnowledge, { params: { id } })
  })

  test('an order whole: photo, dispatch, explanation, reply, redo, review, conclusion', async () => {
    const me = await portal.citizen(city === 'yantai' ? '13800000011' : '13800000012')
    expect((await portal.call(getMe, {}, me)).identity).toMatchObject({ kind: 'requester' })
    const sent = await portal.send('POST', uploadAttachment.path, upload(PHOTOS['image/png']))
    judgeAnswer(uploadAttachment, sent.body)
    answered.add(uploadAttachment.id)
    const { submit, ...act } = does()
    const enterprise = { name: '示范商贸有限公司', creditCode: '91370600XXXXXXXXXM' }
    const { number } = await submit(
      appealIn(city, {
        requester: 'enterprise',
        enterprise,
        agent: AGENT,
        attachments: [(sent.body as Attachment).id],
      }),
      me,
    )
    const unit = await portal.staff(await handlerOf(portal, number))
    await act.open(number, unit)
    await act.open(number, operator)
    await portal.call(revealContact, { params: { number }, body: { why: '核实地址' } }, operator)
    await portal.call(listPersonalDataReads, { params: { number } }, me)
    await portal.call(getQueryCode, { params: { number } }, me)
    await portal.call(listMyOrders, { query: {} }, me)
    await portal.call(listMyOrders, { query: { shelf: 'open' } }, me)
    await act.receive(number, unit)
    await act.explain(number, unit, '主管道接头老化破裂，正在抢修。')
    const supervisor = await portal.staff(`${city}-supervisor`)
    await act.askExtension(number, unit, 1, '等待配件到货')
    await act.open(number, supervisor)
    await act.refuseExtension(number, supervisor, '可以先临时供水')
    await act.askExtension(number, unit, 2, '配件明天下午才到货')
    await act.grantExtension(number, supervisor, '确需等待配件')
    const listeners = [
      await listen(portal, endpoints.followDesk, {}, unit),
      await listen(portal, endpoints.followOrder, { params: { number } }, me),
    ]
    await act.reply(number, unit)
    await portal.beat()
    for (const listener of listeners) {
      await listener.until(({ heard }) => heard.some((one) => one.number === number))
      listener.leave()
    }
    answered.add(endpoints.followDesk.id).add(endpoints.followOrder.id)
    await act.rate(number, me, {
      solved: 'unsolved',
      satisfaction: 'dissatisfied',
      reason: '仍在漏水',
      asksRedo: true,
    })
    await act.reply(number, unit)
    await act.rate(number, me, {
      solved: 'partly',
      satisfaction: 'fair',
      reason: '路面没有修',
      asksRedo: true,
    })
    await act.redo(number, operator, '路面确实没有恢复，请继续办理。')
    await act.reply(number, unit)
    await act.rate(number, me, { solved: 'unsolved', satisfaction: 'fair' })
    await act.conclude(number, operator, '已现场核实，路面已恢复。')
    await act.read(number, me)
    for (const queue of ['mine', 'open', 'closed'] as const) {
      await portal.call(listDeskOrders, { query: { queue } }, operator)
      await portal.call(listDeskOrders, { query: { queue } }, unit)
    }
    await portal.call(signOut, {}, me)
    expect((await portal.call(getMe, {}, me)).identity).toBeNull()
  })

  test('the ways beside it: information, decline, withdrawal, an operator’s dispatch', async () => {
    const { submit, take, ...act } = does()
    const held = await submit(contestedDecision({ city, place: place(), insist: true }))
    await act.ask(held.number, operator, '请问处罚决定书是哪一天收到的？')
    await take(endpoints.resumeOrder, held.number, operator, { reason: '先按写明的情况看。' })
    await act.ask(held.number, operator, '请问处罚决定书是哪一天收到的？')
    await act.tell(held.number, held.own, '上个月 20 日收到的。')
    const why = { reason: '行政复议有专门的程序。', goTo: '司法局行政复议窗口', rule: 'reconsideration' }
    await act.decline(held.number, operator, why)
    await act.read(held.number, held.own)
    await act.contest(held.number, held.own, '我问的是窗口的态度，不是处罚本身。')
    await act.accept(held.number, await portal.staff(`${city}-operator-2`), '可以协调')
    const again = await submit(contestedDecision({ city, place: place(), insist: true }))
    await act.accept(again.number, operator, '可以协调')
    await act.withdraw(again.number, await act.lookUp(again), '自己解决了')
    const parked = await submit(parkedCars({ city, place: place(), confidentiality: 'anonymous' }))
    const { units } = await portal.call(listUnits, {}, operator)
    const { dispatchOptions } = await act.open(parked.number, operator)
    expect(units).toEqual(expect.arrayContaining(dispatchOptions.map((option) => option.unit)))
    await act.dispatch(parked.number, operator, dispatchOptions[0]!.unit.id, [dispatchOptions[1]!.unit.id])
    await act.read(parked.number, parked.own)
  })

  test('a unit’s system: feed, receipt, reply, and what could not be delivered to it', async () => {
    const { submit, ...act } = does()
    const [system, unit] =
      city === 'yantai' ? [CITY_MANAGEMENT, 'urban-management'] : [MARKET, 'market-regulation']
    const as = asSystem(system)
    const { number } = await submit(parkedCars({ city, place: place() }))
    await act.dispatch(number, operator, unit)
    await portal.tick()
    const { events } = await portal.call(listExchangeEvents, { query: {} }, as)
    expect(events).toContainEqual(expect.objectContaining({ number, type: 'dispatched' }))
    const params = { number }
    const answer = { publicReply: PUBLIC_REPLY, internalAccount: INTERNAL_ACCOUNT }
    await portal.call(exchangeReceive, { params, body: { commandId: commandId() } }, as)
    const { topics } = await portal.call(searchKnowledge, { query: { city } })
    const entry = { ...PIPE_ENTRY, unit, topic: topics[0]!.id }
    const pushed = await portal.call(
      endpoints.exchangePushKnowledge,
      { body: { lines: [{ id: 'K-1', entry }, { id: 'K-2', entry: {} }, 5] } },
      as,
    )
    expect(pushed.results.map(({ result }) => result)).toEqual(['added', 'refused', 'refused'])
    const note = { text: '已到现场查看，正在联系车主。' }
    await portal.call(exchangeProgress, { params, body: { commandId: commandId(), ...note } }, as)
    await portal.call(exchangeReply, { params, body: { commandId: commandId(), ...answer } }, as)
    if (RUNS_A_LINE.includes(city)) {
      const body = { line: '12315', reference: 'D-1', appeal: parkedCars({ city, place: place() }) }
      await portal.call(endpoints.exchangeTransferIn, { body }, as)
    }
    // As many failed tries leave it.
    await portal.connection
      .collection('exchangeDeliveries')
      .updateMany({ system }, { $set: { state: 'dead', tries: 24 } })
    const administrator = await portal.staff(`${city}-administrator`)
    const { systems } = await portal.call(listExchangeSystems, {}, administrator)
    const { deliveries } = await portal.call(listDeadDeliveries, { query: { system } }, administrator)
    const view = systems.find(({ id }) => id === system)
    expect(view).toMatchObject({ dead: deliveries.length, waiting: 0, unit: { id: unit } })
    await portal.call(replayDelivery, { params: { delivery: deliveries[0]!.id } }, administrator)
    await portal.call(replaySystem, { params: { system } }, administrator)
  })

  test('the rules and a trial of them', async () => {
    const administrator = await portal.staff(`${city}-administrator`)
    const { files } = await portal.call(listRuleFiles, {}, administrator)
    const limits = files.find((file) => file.name === 'limits.json')?.text ?? ''
    const trial = (text: string) =>
      portal.call(simulateRules, { body: { files: { 'limits.json': text } } }, administrator)
    // Every promise of some days takes three days more.
    const longer = limits.replace(/"amount": (\d+)/g, (_, days: string) => `"amount": ${Number(days) + 3}`)
    expect(await trial(longer)).toMatchObject({
      outcome: 'report',
      clock: { later: expect.any(Number) as number },
    })
    expect(await trial(limits.replace('{', ''))).toMatchObject({ outcome: 'findings', total: 1 })
  })

  test('the disputed steps: return, ruling, asks, co-units, callback, supervision', async () => {
    const { submit, take, ...act } = does()
    const by = (role: string) => portal.staff(`${city}-${role}`)
    const [reviewer, supervisor] = [await by('reviewer'), await by('supervisor')]
    const [first, second, third] = (await portal.call(listUnits, {}, operator)).units
    const { number, own } = await submit(parkedCars({ city, place: place() }))
    const why = { reason: '请按职责分工尽快办理。' }
    await take(endpoints.splitAsks, number, operator, {
      asks: [{ text: '清理停放的车辆' }, { text: '施划禁停标线', unit: second!.id }],
    })
    await take(endpoints.raiseUrgency, number, operator, why)
    await take(endpoints.dispatchOrder, number, operator, {
      unit: first!.id,
      coUnits: [],
      reason: '职责分工',
    })
    const unit = await portal.staff(`${city}-${first!.id}`)
    const manager = await portal.staff(`${city}-${first!.id}-manager`)
    const co = await portal.staff(`${city}-${second!.id}`)
    const returned = { reason: '路面停车不归我单位管理。', evidence: '三定方案第五条' }
    await take(endpoints.returnOrder, number, manager, returned)
    await take(endpoints.referDuty, number, reviewer, why)
    await take(endpoints.recordRuling, number, reviewer, {
      unit: first!.id,
      document: '编办函 1 号',
      reason: '由该单位牵头办理。',
    })
    await act.receive(number, unit)
    await take(endpoints.recordContact, number, unit, { outcome: 'reached', text: '约好明天上午到现场' })
    await take(endpoints.noteProgress, number, unit, { text: '已到现场查看，正在联系车主。' })
    await take(endpoints.inviteCoUnits, number, unit, { units: [third!.id], reason: '协助劝导' })
    await take(endpoints.answerAsk, number, co, { ask: '2', outcome: 'done', text: '标线已经施划完毕' })
    await take(endpoints.remindOrder, number, own, { text: '请快一点' })
    await take(endpoints.supplementOrder, number, own, { text: '晚上八点以后最多' })
    await take(endpoints.supervise, number, supervisor, { form: 'notice', text: '请三日内办结' })
    await take(endpoints.answerSupervision, number, unit, { text: '明天完成清理' })
    await take(endpoints.replyOrder, number, unit, {
      publicReply: '占道车辆已经清理，并施划了禁停标线。',
      internalAccount: '出动清障车两次。',
      points: [{ ask: '1', outcome: 'done', text: '车辆已全部清理' }],
    })
    const before = started.now
    started.now = new Date(before.getTime() + 4 * 86_400_000)
    await take(endpoints.recordCallback, number, await by('callback'), {
      outcome: 'reached',
      text: '诉求人表示满意',
      solved: 'solved',
      satisfaction: 'satisfied',
    })
    started.now = before
    expect((await act.read(number, own)).status).toBe('concluded')

    const other = await submit(parkedCars({ city, place: place() }))
    const lead = await submit(parkedCars({ city, place: place() }))
    await portal.call(endpoints.listSimilarOrders, { params: { number: other.number } }, operator)
    await take(endpoints.mergeInto, other.number, operator, { into: lead.number, reason: '同一路段' })
    await take(endpoints.unmerge, other.number, operator, { reason: '不是同一路段' })
    await take(endpoints.dispatchOrder, other.number, operator, {
      unit: first!.id,
      coUnits: [],
      reason: '职责分工',
    })
    await take(endpoints.redispatch, other.number, operator, {
      unit: second!.id,
      coUnits: [],
      reason: '职责分工',
    })
    const secondManager = await portal.staff(`${city}-${second!.id}-manager`)
    await take(endpoints.returnOrder, other.number, secondManager, returned)
    await take(endpoints.refuseReturn, other.number, reviewer, why)
    await take(endpoints.dispatchOrder, lead.number, operator, {
      unit: first!.id,
      coUnits: [],
      reason: '职责分工',
    })
    await take(endpoints.returnOrder, lead.number, manager, returned)
    await take(endpoints.upholdReturn, lead.number, reviewer, why)
    await take(endpoints.declareRepeat, lead.number, reviewer, {
      earlier: number,
      reason: '同一路段上周已经清理并答复。',
    })
    const asked = await submit(parkedCars({ city, place: place(), kind: 'consult' }))
    await take(endpoints.answerDirectly, asked.number, operator, {
      publicReply: '夜间停车可以使用附近的公共停车场，八点以后免费。',
    })
    await act.read(asked.number, asked.own)
  })

  test('a petition that was found after the acceptance', async () => {
    if (!COMPARED.includes(city)) return
    const { text, contact } = appealIn(city)
    portal.petition.register({
      number: 'SF-2026-000001',
      city,
      registeredOn: '2026-09-01',
      stage: 'handling',
      phone: contact!.phone,
      text,
    })
    portal.petition.setFaults({ status: 503 })
    const { submit, ...act } = does()
    const { number } = await submit(appealIn(city))
    portal.petition.setFaults(null)
    await portal.tick()
    await act.open(number, operator)
    await act.notePetition(number, operator, '不是同一件事，照常办理。')
    portal.petition.clear()
  })

  test('the board, and its table', async () => {
    const supervisor = await portal.staff(`${city}-supervisor`)
    const query = { from: '2026-11-01', to: '2026-11-30' }
    expect((await portal.call(endpoints.getBoard, { query }, supervisor)).rows).not.toEqual([])
    expect(await portal.call(endpoints.exportBoard, { query }, supervisor)).toContain('按时办结率')
  })

  test('messages, and news that did not arrive', async () => {
    const phone = city === 'yantai' ? '13800000015' : '13800000016'
    const me = await portal.citizen(phone)
    const administrator = await portal.staff(`${city}-administrator`)
    portal.sms.setFaults({ status: 400 })
    const { number } = await does().submit(appealIn(city, { contact: { name: '王女士', phone } }), me)
    const { messages } = await portal.call(endpoints.listMessages, { query: {} }, me)
    expect(messages.map((one) => one.number)).toEqual([number])
    for (let i = 0; i < 20; i++) await portal.tick()
    portal.sms.setFaults(null)
    const { news } = await portal.call(endpoints.listUndelivered, { query: {} }, administrator)
    expect(news.map((one) => one.number)).toContain(number)
    const ids = news.slice(0, 50).map((one) => one.id)
    await portal.call(endpoints.retryNews, { body: { news: ids } }, administrator)
    await portal.call(endpoints.dropNews, { body: { news: ids } }, administrator)
  })

  test('an entry: drafted, edited, published, corrected', async () => {
    const phone = city === 'yantai' ? '13800000019' : '13800000020'
    const reader = await portal.citizen(phone)
    const by = (account: string) => portal.staff(`${city}-${account}`)
    const act = knowledgeDeeds(portal)
    const [first, second] = (await portal.call(listUnits, {}, operator)).units
    const editor = await by(`${first!.id}-editor`)
    const reviewer = await by('knowledge-reviewer')
    const { topics } = await portal.call(endpoints.getKnowledgeChoices, {}, editor)
    const form = fileForm(pdfFile(), '申请表.pdf')
    const sent = await portal.send('POST', uploadKnowledgeFile.path, form, headersFor(editor))
    judgeAnswer(uploadKnowledgeFile, sent.body)
    answered.add(uploadKnowledgeFile.id)
    const { id: file } = sent.body as EntryFile
    const content = {
      ...PIPE_ENTRY,
      attachments: [{ id: file, name: '申请表' }],
      unit: first!.id,
      sharedWith: second!.id,
      topic: topics[0]!.id,
      validFrom: '2026-01-01',
      validUntil: '2030-12-31',
    }
    const { id } = await act.draft(content, editor)
    await act.edit(id, { title: '水表冻裂以后怎么办' }, editor)
    await act.move(id, editor, 'submit', { why: '新写' })
    await act.move(id, await by(`${first!.id}-manager`), 'approve')
    await act.move(id, await by(`${second!.id}-manager`), 'approve')
    await act.move(id, reviewer, 'approve')
    const body = { commandId: commandId(), text: '电话打不通。' }
    await portal.call(endpoints.reportKnowledgeError, { params: { id }, body }, reader)
    const { tasks } = await act.open(id, editor)
    const task = tasks[0]!.id
    const before = started.now
    started.now = new Date(before.getTime() + 7 * 86_400_000)
    const urging = { params: { id }, body: { commandId: commandId(), task, why: '已经逾期，请尽快核对。' } }
    await portal.call(endpoints.urgeKnowledgeTask, urging, await by('supervisor'))
    started.now = before
    await act.move(id, editor, 'close-task', { task, why: '已经更正。' })
    const asked = { city, q: '宠物狗怎么上牌', outcome: 'asked' } as const
    for (const from of [1, 2, 3])
      await portal.send('POST', endpoints.countKnowledgeSearch.path, asked, {
        'x-forwarded-for': `198.51.100.${from}`,
      })
    await portal.call(endpoints.countKnowledgeSearch, { body: { ...asked, outcome: 'unsolved' } })
    const { proposals } = await portal.call(endpoints.listKnowledgeProposals, {}, editor)
    expect(proposals).toHaveLength(1)
    const begin = {
      params: { id: proposals[0]!.id },
      body: { commandId: commandId(), action: 'begin' as const },
    }
    await portal.call(endpoints.moveKnowledgeProposal, begin, editor)
    for (const queue of ['mine', 'all'] as const)
      await portal.call(endpoints.listKnowledgeDesk, { query: { queue } }, reviewer)
    await portal.call(getKnowledge, { params: { id } })
    const { messages } = await portal.call(endpoints.listMessages, { query: {} }, reader)
    expect(messages.map((one) => one.entry)).toEqual([id])
  })

  test('a file into the knowledge, and the knowledge into files', async () => {
    const reviewer = await portal.staff(`${city}-knowledge-reviewer`)
    const headers = { authorization: `Bearer ${reviewer.session ?? ''}` }
    const lines = [{ id: `${city}-kite`, title: '哪里可以放风筝', body: '滨海广场。' }, { id: 'empty' }]
    const file = () =>
      upload(Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n')), 'file', 'a.jsonl')
    const seen = await portal.send('POST', endpoints.previewKnowledgeImport.path, file(), headers)
    judgeAnswer(endpoints.previewKnowledgeImport, seen.body)
    const { digest } = seen.body as { digest: string }
    const path = endpoints.importKnowledge.path.replace('{digest}', digest)
    const done = await portal.send('POST', path, file(), headers)
    judgeAnswer(endpoints.importKnowledge, done.body)
    expect(done.body).toEqual({ added: 1, changed: 0, unchanged: 0, refused: 1 })
    answered.add(endpoints.previewKnowledgeImport.id).add(endpoints.importKnowledge.id)
    expect(await portal.call(endpoints.exportKnowledgeTable, {}, reviewer)).toContain('哪里可以放风筝')
    expect(await portal.call(endpoints.exportKnowledgeLines, {}, reviewer)).toContain(`"${city}-kite"`)
  })

  test('a matter that somebody else reported: found, followed, let go', async () => {
    const street = `${place().district}001`
    await does().submit(appealIn(city, { place: { ...place(), street } }))
    const me = await portal.citizen(city === 'yantai' ? '13800000017' : '13800000018')
    const { district } = place()
    const body = { city, category: 'city/water-main', district, text: '门口漏水' }
    const { matters } = await portal.call(endpoints.findSimilar, { body }, me)
    const { key } = matters[0]!
    const followed = await portal.call(endpoints.followMatter, { body: { key } }, me)
    expect((await portal.call(endpoints.listFollowed, {}, me)).matters.map(({ id }) => id)).toEqual([
      followed.id,
    ])
    await portal.call(endpoints.unfollow, { params: { id: followed.id } }, me)
  })

  test('signing in', async () => {
    const phone = city === 'yantai' ? '13800000013' : '13800000014'
    await portal.call(sendSmsCode, { body: { phone } })
    const code = portal.sms.sent(phone).at(-1)?.params['code'] ?? ''
    await portal.call(signInByPhone, { body: { phone, code } })
    await portal.call(signInByWechat, { body: { code: `demo-${city}-1` } })
    const { identity } = await portal.call(signInStaff, {
      body: { account: `${city}-operator`, password: DEMO_PASSWORD },
    })
    expect(identity).toMatchObject({ kind: 'staff', city, role: 'operator' })
    expect((await portal.call(getMe, {}, operator)).identity).toEqual(identity)
  })

  test('no endpoint was left out', () => {
    const expected = ENDPOINTS.map((endpoint) => endpoint.id).filter(
      (id) =>
        (id !== notePetition.id || COMPARED.includes(city)) &&
        (id !== endpoints.exchangeTransferIn.id || RUNS_A_LINE.includes(city)),
    )
    expect(expected.filter((id) => !answered.has(id))).toEqual([])
    answered.clear()
  })
})
