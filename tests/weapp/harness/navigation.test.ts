import { call, closeAll, launchFixture, traceOf } from './fixture.testing'
import { parseAddress } from './pages'

afterEach(closeAll)

test('a launch runs the lifecycle in WeChat’s order and draws the first page', async () => {
  const app = await launchFixture()
  expect(app.stack).toEqual(['pages/home/index'])
  expect(app.page).toMatchObject({ route: 'pages/home/index', title: '首页', query: {} })
  expect(traceOf(app)).toEqual([
    'app launch pages/home/index',
    'app show',
    'home load',
    'home show',
    // Before its properties have arrived.
    'card  created',
    'card 路灯 attached',
    'card  created',
    'card 井盖 attached',
    'home ready',
  ])
  expect(app.errors).toEqual([])
  expect(app.warnings).toEqual([])
})

test('it may open at any page, those of subpackages included, with a query', async () => {
  const deep = await launchFixture({ url: 'pages/deep/index?id=7' })
  expect(deep.view().byId('query').text).toBe('{"id":"7"}')
  const desk = await launchFixture({ url: '/packages/desk/queue/index' })
  expect(desk.view().byId('desk').text).toBe('工作台')
  await expect(launchFixture({ url: 'pages/none/index' })).rejects.toThrow(
    'page "pages/none/index" is not found',
  )
})

test.each([
  ['/a/b?x=1&y=2', '', { route: 'a/b', query: { x: '1', y: '2' } }],
  ['../form/index', 'pages/home/index', { route: 'pages/form/index', query: {} }],
  ['/a/b?name=%E7%8E%8B', '', { route: 'a/b', query: { name: '%E7%8E%8B' } }],
  ['/a/b?x=1=2&flag', '', { route: 'a/b', query: { x: '1', flag: 'undefined' } }],
])('the address %s is read as WeChat reads it', (address, from, expected) => {
  expect(parseAddress(address, from)).toEqual(expected)
})

test('navigateTo hides, opens, and back unloads and shows again', async () => {
  const app = await launchFixture()
  app.evaluate('getApp().trace.length = 0')
  expect(await call(app, 'navigateTo', { url: '/pages/deep/index?a=1' })).toMatchObject({
    errMsg: 'navigateTo:ok',
  })
  expect(app.stack).toEqual(['pages/home/index', 'pages/deep/index'])
  expect(app.page.title).toBe('样例')
  await app.back()
  expect(app.stack).toEqual(['pages/home/index'])
  expect(traceOf(app)).toEqual([
    'home hide',
    'card 路灯 page hide',
    'card 井盖 page hide',
    'deep load',
    'deep show',
    'deep ready',
    'deep unload',
    'home show',
  ])
  expect(await call(app, 'navigateBack')).toMatchObject({
    errMsg: 'navigateBack:fail cannot navigate back at first page.',
  })
})

test('a link of the page is followed, from where the page is', async () => {
  const app = await launchFixture()
  await app.tap(app.view().byId('link'))
  expect(app.page).toMatchObject({ route: 'pages/form/index', query: { from: 'home' } })
})

test('the stack holds ten pages and refuses the eleventh', async () => {
  const app = await launchFixture()
  for (let page = 2; page <= 10; page++) await call(app, 'navigateTo', { url: '/pages/deep/index' })
  expect(app.stack).toHaveLength(10)
  expect(await call(app, 'navigateTo', { url: '/pages/deep/index' })).toEqual({
    errMsg: 'navigateTo:fail webview count limit exceed',
  })
  expect(app.stack).toHaveLength(10)
  expect(await call(app, 'navigateBack', { delta: 99 })).toMatchObject({ errMsg: 'navigateBack:ok' })
  expect(app.stack).toEqual(['pages/home/index'])
})

test.each([
  ['navigateTo', '/pages/none/index', 'page "pages/none/index" is not found'],
  ['redirectTo', '/pages/none/index', 'page "pages/none/index" is not found'],
  ['reLaunch', '/pages/none/index', 'page "pages/none/index" is not found'],
  ['switchTab', '/pages/none/index', 'page "pages/none/index" is not found'],
  ['navigateTo', '/pages/mine/index', 'can not navigateTo a tabbar page'],
  ['redirectTo', '/pages/mine/index', 'can not redirectTo a tabbar page'],
  ['switchTab', '/pages/form/index', 'can not switch to no-tabBar page'],
])('%s to %s fails: %s', async (name, url, reason) => {
  const app = await launchFixture()
  expect(await call(app, name, { url })).toEqual({ errMsg: `${name}:fail ${reason}` })
  expect(app.stack).toEqual(['pages/home/index'])
})

test('tabs stay alive, pages above them do not', async () => {
  const app = await launchFixture()
  await call(app, 'navigateTo', { url: '/pages/deep/index' })
  app.evaluate('getApp().trace.length = 0')
  await app.switchTab('pages/mine/index')
  expect(app.stack).toEqual(['pages/mine/index'])
  await app.switchTab('pages/home/index')
  expect(app.stack).toEqual(['pages/home/index'])
  expect(traceOf(app)).toEqual([
    'deep unload',
    'home hide',
    'card 路灯 page hide',
    'card 井盖 page hide',
    'mine load',
    'mine show',
    'mine ready',
    'mine hide',
    'home show',
    'home tab 0',
  ])
  await call(app, 'switchTab', { url: '/pages/mine/index?x=1' })
  expect(app.warnings.at(-1)).toBe('switchTab to /pages/mine/index?x=1: WeChat drops the query')
})

test('reLaunch unloads everything, redirectTo the top only', async () => {
  const app = await launchFixture()
  await app.switchTab('pages/mine/index')
  await call(app, 'navigateTo', { url: '/pages/deep/index' })
  app.evaluate('getApp().trace.length = 0')
  await call(app, 'redirectTo', { url: '/pages/form/index' })
  expect(app.stack).toEqual(['pages/mine/index', 'pages/form/index'])
  expect(traceOf(app)).toEqual(['deep unload'])
  await call(app, 'reLaunch', { url: '/pages/deep/index' })
  expect(app.stack).toEqual(['pages/deep/index'])
  expect(traceOf(app)).toEqual(
    expect.arrayContaining(['mine unload', 'home unload', 'card 路灯 detached', 'deep load']),
  )
})

test('pages talk over the event channel', async () => {
  const app = await launchFixture()
  app.evaluate(
    `wx.navigateTo({ url: '/pages/deep/index?id=9', events: { opened(query) { globalThis.heard = query.id } } })`,
  )
  await app.settle()
  expect(app.evaluate('heard')).toBe('9')
})

test('the app goes to the background and comes back', async () => {
  const app = await launchFixture()
  app.evaluate('getApp().trace.length = 0')
  await app.background()
  await app.foreground()
  expect(traceOf(app).filter((line) => !line.startsWith('card'))).toEqual([
    'home hide',
    'app hide',
    'app show',
    'home show',
  ])
})
