import { call, closeAll, launchFixture } from './fixture.testing'
import { ApiFailure } from './index'
import { Realm } from './realm'

afterEach(closeAll)

describe('the logic layer', () => {
  test.each([
    ['eval("1")'],
    ['new Function("return 1")()'],
    ['Function("return this")()'],
    ['(() => {}).constructor("return 1")()'],
    ['setTimeout.constructor("return 1")()'],
    ['wx.request.constructor("return 1")()'],
    ['console.log.constructor("return 1")()'],
    ['getCurrentPages()[0].setData.constructor("return 1")()'],
  ])('refuses to compile text: %s', async (code) => {
    const app = await launchFixture()
    expect(() => app.evaluate(code)).toThrow('Code generation from strings disallowed')
  })

  test.each([
    'process',
    'Buffer',
    'fetch',
    'URL',
    'XMLHttpRequest',
    'document',
    'WebAssembly',
    'structuredClone',
  ])('has no %s', (name) => {
    expect(new Realm().evaluate(`typeof ${name}`)).toBe('undefined')
  })

  test('gets values of its own kind', async () => {
    const app = await launchFixture()
    app.evaluate(`wx.setStorageSync('k', { list: [1] })`)
    expect(app.evaluate(`wx.getStorageSync('k') instanceof Object`)).toBe(true)
    expect(app.evaluate(`Array.isArray(wx.getStorageSync('k').list)`)).toBe(true)
    expect(app.evaluate(`wx.getSystemInfoSync().safeArea.constructor === Object`)).toBe(true)
    expect(app.evaluate(`wx.login() instanceof Promise`)).toBe(true)
  })
})

describe('what is missing or goes wrong', () => {
  test('an API that WeChat has and the harness has not is an error that names it', async () => {
    const app = await launchFixture()
    expect(() => app.evaluate('wx.openBluetoothAdapter()')).toThrow('wx.openBluetoothAdapter is not modelled')
    expect(app.errors[0]?.message).toContain('wx.openBluetoothAdapter is not modelled')
    expect(() => app.evaluate('wx.neverHeardOf()')).toThrow('wx.neverHeardOf is not a function')
    expect(
      app.evaluate(
        `[wx.canIUse('login'), wx.canIUse('openBluetoothAdapter'), wx.canIUse('button.open-type')]`,
      ),
    ).toEqual([true, false, true])
  })

  test('a test may give an API of its own', async () => {
    const refuse = () => {
      throw new ApiFailure('no such bracelet', { errno: 3 })
    }
    const app = await launchFixture({ apis: { getBatteryInfo: () => ({ level: 42 }), getBeacons: refuse } })
    expect(await call(app, 'getBatteryInfo')).toMatchObject({ errMsg: 'getBatteryInfo:ok', level: 42 })
    expect(await call(app, 'getBeacons')).toEqual({ errMsg: 'getBeacons:fail no such bracelet', errno: 3 })
    expect(app.errors).toEqual([])
  })

  test('exceptions in pages, timers and callbacks, and console.error are kept with their place', async () => {
    const app = await launchFixture({ url: 'pages/form/index' })
    app.evaluate(`getCurrentPages()[0].onName = () => { throw new TypeError('坏了') }`)
    await app.input(app.view().byId('name'), '王')
    app.evaluate(`setTimeout(() => { throw new Error('late') }, 1)`)
    app.evaluate(`wx.showToast({ success() { throw new Error('in callback') } })`)
    app.evaluate(`console.error('careful', { a: 1 })`)
    await app.settle()
    expect(app.errors.map(({ message }) => message).sort()).toEqual([
      'callback of showToast: in callback',
      'console.error: careful {"a":1}',
      'pages/form/index onName: 坏了',
      'setTimeout: late',
    ])
    expect(() => app.evaluate(`setTimeout('1', 1)`)).toThrow('WeChat evaluates no text')
  })

  test('an app that was closed starts no timer, so that nothing keeps the test process alive', async () => {
    const app = await launchFixture()
    app.close()
    app.evaluate(`setTimeout(() => { throw new Error('late') }, 1)`)
    // Timers of the same length fire in the order in which they were started.
    await new Promise((done) => setTimeout(done, 1))
    expect(app.errors).toEqual([])
  })

  test('a handler that the page does not have is an error', async () => {
    const app = await launchFixture()
    app.evaluate('getCurrentPages()[0].onAdd = undefined')
    await app.tap(app.view().byId('stop'))
    expect(app.errors.map(({ message }) => message)).toEqual([
      'pages/home/index onAdd: there is no method "onAdd" for the event "tap"',
    ])
  })
})
