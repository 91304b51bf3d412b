import { closeAll, launchFixture, traceOf } from './fixture.testing'

afterEach(closeAll)

test('nodes are found by id, class, tag, text and data-testid', async () => {
  const app = await launchFixture()
  const view = app.view()
  expect(view.byId('total').text).toBe('2 件')
  expect(view.byId('root').classes).toEqual(['page', 'calm'])
  expect(view.allByClass('title').map((node) => node.text)).toEqual(['路灯', '井盖'])
  expect(view.byTag('button').id).toBe('add')
  expect(view.byText('井盖').classes).toEqual(['title'])
  expect(view.byText(/^只/).id).toBe('stop')
  expect(view.byId('add').dataset).toEqual({ stepSize: '2' })
  expect(() => view.byId('nobody')).toThrow(/no node with id "nobody"; there are\nids: root, count/)
  expect(() => view.byText('没有')).toThrow('page\n')
  await app.tap(view.byText('路灯'))
  expect(app.view().byTestId('chosen').text).toBe('路灯')
})

test('taps bubble, are captured first, and end where they are caught', async () => {
  const app = await launchFixture()
  app.evaluate('getApp().trace.length = 0')
  await app.tap(app.view().byId('add'))
  expect(app.view().byId('count').text).toBe('2')
  await app.tap(app.view().byId('stop'))
  expect(app.view().byId('count').text).toBe('3')
  expect(traceOf(app)).toEqual(['home capture', 'home root from add at root', 'home capture'])
})

test('what nobody hears, is disabled or does not exist is an error of the test', async () => {
  const app = await launchFixture({ url: 'pages/form/index' })
  await expect(app.tap(app.view().byId('state'))).rejects.toThrow('nobody listens to "tap" on text#state')
  await expect(app.fire(app.view().byId('send'), 'longpress')).rejects.toThrow(
    'nobody listens to "longpress"',
  )
  await expect(app.tap(app.view().find(() => false))).rejects.toThrow('there is no such node')
  const home = await launchFixture()
  await expect(home.tap(home.view().byId('off'))).rejects.toThrow('button#off is disabled')
})

test('components get properties, slots, observers and lifetimes, and tell their page', async () => {
  const app = await launchFixture()
  const card = app.view().byId('card-b')
  expect(card.byClass('length').text).toBe('2')
  expect(card.byClass('badge').text).toBe('2')
  expect(card.byClass('under').byClass('foot').text).toBe('b')
  await app.tap(card.byClass('title'))
  expect(app.view().byId('chosen').text).toBe('井盖')
  // Seen from the page, the tap inside the component happened on the component.
  expect(traceOf(app).at(-1)).toBe('home root from card-b at root')
  app.evaluate('getApp().trace.length = 0')
  await app.pullDown()
  expect(traceOf(app)).toEqual(['card 路灯 detached'])
  expect(
    app
      .view()
      .allByClass('badge')
      .map((node) => node.text),
  ).toEqual(['1'])
  expect(app.share()).toEqual({ title: '一件诉求' })
})

test('components may use each other without end, and keep what they set on themselves', async () => {
  const app = await launchFixture({ url: 'pages/mine/index' })
  expect(
    app
      .view()
      .allByClass('branch')
      .map((node) => node.text),
  ).toEqual(['abc', 'bc', 'c'])
  app.evaluate(
    `globalThis.twig = getCurrentPages()[0].selectComponent('#tree'); twig.setData({ mark: '!', 'node.name': 'A' })`,
  )
  await app.settle()
  expect(app.view().byId('tree').text).toBe('Abc!')
  // The page draws again without passing another value: the component keeps its own.
  app.evaluate(`getCurrentPages()[0].setData({ other: 1 })`)
  await app.settle()
  expect(app.view().byId('tree').text).toBe('Abc!')
  app.evaluate(`getCurrentPages()[0].setData({ 'tree.name': 'z' })`)
  await app.settle()
  expect(app.view().byId('tree').text).toBe('zbc!')
})

test('setData crosses as JSON, is measured, and calls back after the drawing', async () => {
  const app = await launchFixture()
  app.evaluate(`getCurrentPages()[0].setData(
    { 'orders[0].title': '消防栓', 'more.deep[1]': new Date(0), f: () => 1 },
    function () { globalThis.after = this.data.orders[0].title })`)
  await app.settle()
  expect(app.evaluate('after')).toBe('消防栓')
  expect(app.view().byId('card-a').byClass('length').text).toBe('3')
  expect(app.page.data.more).toEqual({ deep: [undefined, '1970-01-01T00:00:00.000Z'] })
  const record = app.setDatas.find(({ paths }) => paths.includes('orders[0].title'))
  expect(record).toEqual({
    on: 'pages/home/index',
    bytes: Buffer.byteLength('{"orders[0].title":"消防栓","more.deep[1]":"1970-01-01T00:00:00.000Z"}'),
    paths: ['orders[0].title', 'more.deep[1]', 'f'],
  })
  expect(app.errors).toEqual([])
})

test('setData above 256 KB is an error that names the page and the path', async () => {
  const app = await launchFixture()
  app.evaluate(`getCurrentPages()[0].setData({ big: 'x'.repeat(256 * 1024 - 10) })`)
  expect(app.errors).toEqual([])
  app.evaluate(`getCurrentPages()[0].setData({ big: '字'.repeat(100 * 1024) })`)
  expect(app.errors.map(({ message }) => message)).toEqual([
    'setData on pages/home/index: 301 KB (big), the limit is 256 KB',
  ])
})

test('unknown templates and tags are warnings, each once', async () => {
  const app = await launchFixture({ url: 'pages/deep/index' })
  app.evaluate('getCurrentPages()[0].setData({ query: "again" })')
  await app.settle()
  expect(app.warnings).toEqual([
    expect.stringContaining('Template `nowhere` not found'),
    "pages/deep/index: <unknown-card> in pages/deep/index is neither WeChat's nor in usingComponents",
  ])
})

test('fields: focus, input cut at maxlength, blur, confirm, pick, and the form’s values', async () => {
  const app = await launchFixture({ url: 'pages/form/index' })
  await app.input(app.view().byId('name'), '欧阳修远之')
  expect(app.page.data).toMatchObject({ name: '欧阳修远', state: '离开 欧阳修远' })
  await app.input(app.view().byId('text'), '长'.repeat(200))
  expect(app.page.data.text).toHaveLength(140)
  await app.confirm(app.view().byId('name'))
  expect(app.view().byId('state').text).toBe('确认 欧阳修远')
  await app.change(app.view().byId('kind'), 1)
  expect(app.view().byId('kind').text).toBe('求助')
})

test('waitFor tells what was missing and what the page showed', async () => {
  const app = await launchFixture({ url: 'pages/form/index' })
  const waiting = app.waitFor((view) => view.byText('已提交'), { timeoutMs: 20 })
  await expect(waiting).rejects.toThrow(
    /waited 20 ms: no node with text 已提交[^]*errors: none\npages\/form\/index:\npage/,
  )
})
