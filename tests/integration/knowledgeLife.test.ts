/** The life of an entry over HTTP: written by its unit, reviewed, published, found, corrected by a reader, taken back. */
import {
  draftKnowledge,
  editKnowledge,
  getKnowledge,
  getKnowledgeChoices,
  getKnowledgeDesk,
  listKnowledgeDesk,
  listMessages,
  moveKnowledge,
  reportKnowledgeError,
  searchKnowledge,
} from '@jiesu/shared-types'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { type As, commandId, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let does: ReturnType<typeof knowledgeDeeds>
let editor: As
let manager: As
let reviewer: As
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  does = knowledgeDeeds(portal)
  editor = await portal.staff('yantai-water-supply-editor')
  manager = await portal.staff('yantai-water-supply-manager')
  reviewer = await portal.staff('yantai-knowledge-reviewer')
})
afterAll(() => portal.stop())

const found = async (q: string) =>
  (await portal.call(searchKnowledge, { query: { city: 'yantai', q } })).hits.map(({ id }) => id)
const queue = async (name: 'mine' | 'corrections' | 'recheck' | 'overdue' | 'all', as: As) =>
  (await portal.call(listKnowledgeDesk, { query: { queue: name } }, as)).entries.map(({ id }) => id)

/** Through all hands until it is public. */
const publish = async (id: string, why: string) => {
  await does.move(id, editor, 'submit', { why })
  await does.move(id, manager, 'approve')
  return does.move(id, reviewer, 'approve')
}

test('an entry is found as soon as it is published, and not before', async () => {
  const { id, stage, version } = await does.draft(PIPE_ENTRY, editor)
  expect({ stage, version }).toEqual({ stage: 'draft', version: 1 })
  expect(await queue('mine', editor)).toEqual([id])
  expect(await found('水表冻裂了怎么办')).not.toContain(id)
  expect(await portal.refused(getKnowledge, { params: { id } })).toMatchObject({ code: 'not-found' })
  await does.move(id, editor, 'submit', { why: '冬季常见问题' })
  expect(await queue('mine', manager)).toEqual([id])
  await does.move(id, manager, 'approve')
  expect(await queue('mine', reviewer)).toEqual([id])
  const published = await does.move(id, reviewer, 'approve')
  expect(published).toMatchObject({ stage: 'none', live: 1, actions: ['withdraw'] })
  expect((await found('水表冻裂了怎么办'))[0]).toBe(id)
  expect(await portal.call(getKnowledge, { params: { id } })).toMatchObject({
    title: PIPE_ENTRY.title,
    unitName: (await does.open(id, reviewer)).unitName,
  })
})

test('a changed entry of the files stands in place of the file’s, for other portals too', async () => {
  const hotlineEditor = await portal.staff('yantai-hotline-editor')
  const hotlineManager = await portal.staff('yantai-hotline-manager')
  const { hits } = await portal.call(searchKnowledge, { query: { city: 'yantai' } })
  const own = await queue('all', hotlineEditor)
  const id = hits.find((hit) => own.includes(hit.id))?.id ?? ''
  const before = await does.open(id, hotlineEditor)
  expect(before).toMatchObject({ version: 0, live: 1, events: [{ type: 'imported', version: 1 }] })
  const shortAnswer = '这一条刚刚改过：请拨打 12345。'
  const drafted = await does.edit(id, { shortAnswer }, hotlineEditor)
  expect(drafted.changes).toEqual([
    {
      field: 'shortAnswer',
      lines: [
        { mark: 'gone', text: before.content.shortAnswer },
        { mark: 'new', text: shortAnswer },
      ],
    },
  ])
  const publicText = async () => (await portal.call(getKnowledge, { params: { id } })).shortAnswer
  expect(await publicText()).toBe(before.content.shortAnswer)
  await does.move(id, hotlineEditor, 'submit', { why: '文件更新' })
  await does.move(id, hotlineManager, 'approve')
  await does.move(id, reviewer, 'approve')
  expect(await publicText()).toBe(shortAnswer)

  const back = await does.move(id, reviewer, 'roll-back', { why: '改错了', to: 1 })
  expect(back).toMatchObject({
    live: 3,
    versions: [{ number: 3, why: '改错了' }, { number: 2 }, { number: 1 }],
  })
  expect(await publicText()).toBe(before.content.shortAnswer)
  await does.move(id, reviewer, 'withdraw', { why: '依据废止' })
  expect(await portal.refused(getKnowledge, { params: { id } })).toMatchObject({ code: 'not-found' })
  const { entries } = await portal.call(listKnowledgeDesk, { query: { queue: 'all' } }, hotlineEditor)
  expect(entries.find((row) => row.id === id)).toMatchObject({ live: false, withdrawn: true, stage: 'none' })
  // People by their names, in the order of time.
  const { events, versions } = await does.open(id, reviewer)
  const times = events.map(({ at }) => at)
  expect(times).toEqual([...times].sort().reverse())
  expect(events[0]).toMatchObject({ type: 'withdrawn', byWords: '知识审核员 01', why: '依据废止' })
  expect(versions.map(({ byWords }) => byWords)).toEqual(['知识审核员 01', '知识审核员 01', undefined])
})

test('what changed is said by name, not by the ids of the city’s data', async () => {
  const { id } = await does.draft({ ...PIPE_ENTRY, title: '水管归谁修', sharedWith: 'ecology' }, editor)
  const { units, topics } = await portal.call(getKnowledgeChoices, {}, editor)
  const { changes } = await does.open(id, editor)
  const said = (field: string) => changes.find((one) => one.field === field)?.lines.map(({ text }) => text)
  expect(said('unit')).toEqual([units.find((one) => one.id === 'water-supply')?.name])
  expect(said('sharedWith')).toEqual([units.find((one) => one.id === 'ecology')?.name])
  expect(said('topic')).toEqual([topics.find((one) => one.id === PIPE_ENTRY.topic)?.name])
})

test('a reader reports an error; the unit mends it, and the reader is told', async () => {
  const { id } = await does.draft(
    { ...PIPE_ENTRY, title: '水费怎么交', phrasings: ['交水费', '水费缴纳', '哪里交水费', '水费逾期'] },
    editor,
  )
  await publish(id, '常见问题')
  const reader = await portal.citizen('13800000601')
  const body = { commandId: commandId(), text: '办理步骤里的地址已经搬走了。' }
  const first = await portal.call(reportKnowledgeError, { params: { id }, body }, reader)
  // Monday, and three working days.
  expect(first).toEqual({ due: '2026-11-27T00:00:00+08:00', told: true })
  expect(await portal.call(reportKnowledgeError, { params: { id }, body }, reader)).toEqual(first)
  expect(await queue('corrections', editor)).toEqual([id])
  expect(await queue('mine', editor)).toContain(id)
  expect(await queue('mine', manager)).not.toContain(id)
  expect(await queue('mine', reviewer)).not.toContain(id)
  const { tasks, actions } = await does.open(id, editor)
  expect(tasks).toMatchObject([{ kind: 'correction', text: body.text, told: true, late: false }])
  expect(JSON.stringify(await does.open(id, editor))).not.toContain('account')
  expect(actions).toContain('close-task')

  await does.edit(id, { sections: [{ heading: '办理步骤', text: '到新址办理。' }] }, editor)
  await publish(id, '地址更新')
  await does.move(id, editor, 'close-task', { task: tasks[0]!.id, why: '地址已经更正，谢谢提醒。' })
  expect(await queue('corrections', editor)).toEqual([])
  expect(await queue('mine', editor)).not.toContain(id)
  const { messages } = await portal.call(listMessages, { query: {} }, reader)
  expect(messages).toMatchObject([
    { type: 'correction-closed', entry: id, text: expect.stringContaining('地址已经更正') as string },
  ])
  const last = messages[0]!
  const after = `${Date.parse(last.at)}-${last.id}`
  expect((await portal.call(listMessages, { query: { after } }, reader)).messages).toEqual([])
})

test('a version closes the reports that it answers, and everybody who reported is told', async () => {
  const { id } = await does.draft({ ...PIPE_ENTRY, title: '水表多久检定一次' }, editor)
  await publish(id, '常见问题')
  const readers = [await portal.citizen('13800000602'), await portal.citizen('13800000603')]
  for (const [i, reader] of readers.entries())
    await portal.call(
      reportKnowledgeError,
      { params: { id }, body: { commandId: commandId(), text: `第 ${String(i)} 处有误，请核对。` } },
      reader,
    )
  await does.edit(id, { shortAnswer: '使用期限到了，由供水企业更换。' }, editor)
  await does.move(id, editor, 'submit', { why: '更正' })
  const [first] = (await does.open(id, reviewer)).tasks
  const outcome = '您指出的内容已经更正，谢谢提醒。'
  const settles = { tasks: [first!.id], outcome }
  await expect(does.move(id, manager, 'approve', { settles })).rejects.toThrow('/settles')
  await does.move(id, manager, 'approve')
  const published = await does.move(id, reviewer, 'approve', { settles })
  expect(published.tasks.map(({ outcome: said }) => said)).toEqual([outcome, undefined])
  expect(published.events.slice(0, 2).map(({ type }) => type)).toEqual(['task-closed', 'published'])
  const heard = async (reader: As) =>
    (await portal.call(listMessages, { query: {} }, reader)).messages.map(({ text }) => text)
  expect(await heard(readers[0]!)).toEqual([expect.stringContaining(outcome) as string])
  expect(await heard(readers[1]!)).toEqual([])
  await does.move(id, reviewer, 'close-task', { task: published.tasks[1]!.id, why: '核对过，内容无误。' })
  expect(await heard(readers[1]!)).toHaveLength(1)
})

test('a step without its reason is a field that is not right yet', async () => {
  const { id, version } = await does.draft(PIPE_ENTRY, editor)
  const body = { commandId: commandId(), version, action: 'submit' }
  expect(await portal.refused(moveKnowledge, { params: { id }, body }, editor)).toMatchObject({
    code: 'invalid-input',
    fields: [{ path: '/why', message: '请写明改了什么、为什么改。' }],
  })
})

test('who reported errors in very many entries still hears of the newest', async () => {
  const reader = await portal.citizen('13800000604')
  const { id } = await does.draft({ ...PIPE_ENTRY, title: '水表读数怎么看' }, editor)
  await publish(id, '常见问题')
  const body = { commandId: commandId(), text: '图片看不清楚。' }
  await portal.call(reportKnowledgeError, { params: { id }, body }, reader)
  const lives = portal.connection.collection('knowledgeEntries')
  const model = await lives.findOne({ _id: id as never })
  const [{ account }] = model!['tasks'] as [{ account: string }]
  const at = (i: number) => new Date(Date.parse('2026-11-01T00:00:00Z') + i * 60_000)
  const closed = (i: number) => ({ at: at(i), by: 'e', outcome: `结果 ${String(i)}` })
  await lives.insertMany(
    Array.from({ length: 130 }, (_, i) => ({
      ...model,
      _id: `many-${String(i)}` as never,
      tasks: [
        {
          id: `c${String(i).padStart(15, '0')}`,
          kind: 'correction',
          at: at(i),
          due: at(i),
          account,
          closed: closed(i),
        },
      ],
      changedAt: at(i),
    })),
  )
  const texts: string[] = []
  for (let after: string | undefined; ;) {
    const page = await portal.call(listMessages, { query: after === undefined ? {} : { after } }, reader)
    texts.push(...page.messages.map(({ text }) => text))
    if (page.next === undefined) break
    after = page.next
  }
  expect(texts).toHaveLength(130)
  expect(texts[0]).toContain('结果 129')
  await lives.deleteMany({ _id: { $regex: '^many-' } as never })
  const [task] = (await does.open(id, editor)).tasks
  await does.move(id, editor, 'close-task', { task: task!.id, why: '换了清楚的图片。' })
})

test('a report without signing in is dealt with as well, and promises nobody a message', async () => {
  const id = (await found('水表冻裂了怎么办'))[0] ?? ''
  const body = { commandId: commandId(), text: '电话错了' }
  expect(await portal.call(reportKnowledgeError, { params: { id }, body })).toMatchObject({ told: false })
  expect(await portal.refused(reportKnowledgeError, { params: { id: 'no-such' }, body })).toMatchObject({
    code: 'not-found',
  })
})

test('numbers that belong to somebody are not kept with a report', async () => {
  const { id } = await does.draft({ ...PIPE_ENTRY, title: '水质怎么检测' }, editor)
  await publish(id, '常见问题')
  const text = '电话应为 0535-6781999。我是 13800000604，身份证 370602199001011234。'
  await portal.call(reportKnowledgeError, { params: { id }, body: { commandId: commandId(), text } })
  const [task] = (await does.open(id, editor)).tasks
  expect(task?.text).toBe('电话应为 0535-6781999。我是 （号码已略去），身份证 （号码已略去）。')
  const stored = await portal.connection.collection('knowledgeEntries').findOne({ _id: id as never })
  expect(JSON.stringify(stored)).not.toContain('13800000604')
  await does.move(id, editor, 'close-task', { task: task!.id, why: '电话已经更正。' })
})

test('what the recording standard finds missing keeps an entry from being submitted', async () => {
  const { id, findings } = await does.draft(
    {
      ...PIPE_ENTRY,
      title: '',
      source: { document: '', item: '' },
      phones: [{ name: '甲', number: '99999999' }],
    },
    editor,
  )
  expect(findings.filter(({ must }) => must).map(({ code }) => code)).toEqual([
    'missing-title',
    'unknown-phone',
    'missing-source',
  ])
  const { version } = await does.open(id, editor)
  const body = { commandId: commandId(), version, action: 'submit', why: '先提交' }
  const problem = await portal.refused(moveKnowledge, { params: { id }, body }, editor)
  expect(problem.fields?.map(({ path }) => path)).toEqual([
    '/content/title',
    '/content/phones',
    '/content/source',
  ])
})

test('a draft is discarded: the public text stays, what was never public leaves the lists', async () => {
  const { id } = await does.draft({ ...PIPE_ENTRY, title: '水表移位找谁' }, editor)
  await does.edit(id, { shortAnswer: '写到一半。' }, editor)
  const { version } = await does.open(id, editor)
  const discard = { params: { id }, body: { commandId: commandId(), version, action: 'discard' as const } }
  const gone = await portal.call(moveKnowledge, discard, editor)
  expect(gone).toMatchObject({
    stage: 'discarded',
    actions: ['edit'],
    events: [{ type: 'discarded' }, {}, {}],
  })
  // Sent again, because the answer was lost.
  expect(await portal.call(moveKnowledge, discard, editor)).toEqual(gone)
  for (const who of [editor, manager, reviewer]) expect(await queue('all', who)).not.toContain(id)

  // Written on, it is a draft again.
  await does.edit(id, { shortAnswer: PIPE_ENTRY.shortAnswer }, editor)
  expect(await queue('mine', editor)).toContain(id)
  await publish(id, '常见问题')
  await does.edit(id, { shortAnswer: '改错了。' }, editor)
  expect(await does.move(id, editor, 'discard')).toMatchObject({
    stage: 'none',
    live: 1,
    changes: [],
    content: { shortAnswer: PIPE_ENTRY.shortAnswer },
  })
  expect(await queue('mine', editor)).not.toContain(id)
  expect(await queue('all', editor)).toContain(id)
})

test('a shared topic is checked by the second unit before the hotline sees it', async () => {
  const second = await portal.staff('yantai-ecology-manager')
  const { id } = await does.draft({ ...PIPE_ENTRY, title: '自来水有异味', sharedWith: 'ecology' }, editor)
  await does.move(id, editor, 'submit', { why: '新写' })
  await does.move(id, manager, 'approve')
  expect(await queue('mine', second)).toEqual([id])
  await does.move(id, second, 'return', { why: '请补充水质标准' })
  expect(await does.open(id, editor)).toMatchObject({ stage: 'draft', why: '请补充水质标准' })
  await does.move(id, editor, 'submit', { why: '已补充' })
  await does.move(id, manager, 'approve')
  expect(await does.move(id, second, 'approve')).toMatchObject({ stage: 'to-publish' })
})

test('who was slower is told so, the same command twice acts once, and strangers see nothing', async () => {
  const { id, version, content } = await does.draft(PIPE_ENTRY, editor)
  const edit = { params: { id }, body: { commandId: commandId(), version, content } }
  const once = await portal.call(editKnowledge, edit, editor)
  expect(await portal.call(editKnowledge, edit, editor)).toEqual(once)
  const late = { params: { id }, body: { ...edit.body, commandId: commandId() } }
  expect(await portal.refused(editKnowledge, late, editor)).toMatchObject({ code: 'moved-on' })
  for (const account of ['yantai-ecology-editor', 'yantai-operator', 'yantai-administrator'])
    expect(
      await portal.refused(getKnowledgeDesk, { params: { id } }, await portal.staff(account)),
    ).toMatchObject({ code: 'not-yours' })
  const elsewhere = await portal.staff('fuzhou-knowledge-reviewer')
  expect(await portal.refused(getKnowledgeDesk, { params: { id } }, elsewhere)).toMatchObject({
    code: 'not-found',
  })
  const other = { body: { commandId: commandId(), content: { ...content, unit: 'ecology' } } }
  expect(await portal.refused(draftKnowledge, other, editor)).toMatchObject({ code: 'not-yours' })
  expect(await portal.call(getKnowledgeChoices, {}, editor)).toMatchObject({ unit: 'water-supply' })
})

test('after half a year an entry is rechecked: a task, and the unit’s word that nothing changed', async () => {
  const id = (await found('水费怎么交'))[0] ?? ''
  const before = portal.now
  portal.now = new Date('2027-05-20T09:00:00+08:00')
  editor = await portal.staff('yantai-water-supply-editor')
  await portal.tick()
  expect(await queue('recheck', editor)).toContain(id)
  expect(await queue('mine', editor)).toContain(id)
  // The report of November is still open.
  expect(await queue('overdue', editor)).toHaveLength(1)
  const confirmed = await does.move(id, editor, 'confirm')
  expect(confirmed.tasks.filter(({ kind }) => kind === 'recheck')).toMatchObject([
    { closedAt: expect.any(String) as string },
  ])
  expect((await portal.call(getKnowledge, { params: { id } })).checkedOn).toBe('2027-05-20')
  expect(await queue('recheck', editor)).not.toContain(id)
  portal.now = before
})
