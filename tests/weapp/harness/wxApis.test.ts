import { call, closeAll, launchFixture, startServer } from './fixture.testing'
import { SAMPLE_PNG } from './index'

afterEach(closeAll)

describe('network', () => {
  test('a form goes to a real server instead of the origin that the app names', async () => {
    const server = await startServer(() => ({ status: 201, body: '{"number":"YT-1"}' }))
    const app = await launchFixture({ url: 'pages/form/index', baseUrl: server.url })
    await app.input(app.view().byId('name'), '王女士')
    await app.input(app.view().byId('text'), '路灯不亮')
    await app.tap(app.view().byId('send'))
    await app.waitFor((view) => view.byText('201 YT-1'))
    const [received] = server.received
    expect(received).toMatchObject({ method: 'POST', url: '/orders?city=yantai' })
    expect(received?.headers).toMatchObject({ 'content-type': 'application/json', 'x-command': 'c-1' })
    expect(JSON.parse(String(received?.body))).toEqual({ name: '王女士', text: '路灯不亮' })
    await server.stop()
  })

  test('a photo is uploaded as multipart, and the answer is text', async () => {
    const server = await startServer(() => ({ status: 200, body: '{"id":"f1"}' }))
    const app = await launchFixture({ url: 'pages/form/index', baseUrl: server.url })
    await app.tap(app.view().byId('photo'))
    await app.waitFor((view) => view.byText('200 {"id":"f1"}'))
    const [received] = server.received
    const response = new Response(new Uint8Array(received?.body ?? []), {
      headers: { 'content-type': received?.headers['content-type'] ?? '' },
    })
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the reader at hand; it is discouraged for servers
    const form = await response.formData()
    expect(form.get('note')).toBe('现场')
    const file = form.get('file')
    if (file === null || typeof file === 'string') throw new Error('the file did not arrive')
    expect([file.name, file.type]).toEqual(['photo-1.png', 'image/png'])
    expect(Buffer.from(await file.arrayBuffer()).equals(SAMPLE_PNG)).toBe(true)
    await server.stop()
  })

  test('data of a GET goes into the address; text and bytes come as asked', async () => {
    const server = await startServer(({ url }) => ({
      status: 200,
      body: url.includes('page=2') ? '{"a":1}' : 'plain',
    }))
    const app = await launchFixture({ baseUrl: server.url })
    const request = (options: object) =>
      call(app, 'request', { url: 'https://12345.example.cn/q?x=1', ...options })
    const json = await request({ data: { page: 2, word: '灯' } })
    expect(json).toMatchObject({ statusCode: 200, data: { a: 1 }, errMsg: 'request:ok' })
    expect(json.header).toMatchObject({ 'Content-Type': 'application/json' })
    expect(server.received[0]?.url).toBe('/q?x=1&page=2&word=%E7%81%AF')
    expect(await request({})).toMatchObject({ data: 'plain' })
    expect(await request({ data: { page: 2 }, dataType: 'text' })).toMatchObject({ data: '{"a":1}' })
    const bytes = await request({ responseType: 'arraybuffer' })
    expect(Buffer.from(bytes.data as ArrayBuffer).toString()).toBe('plain')
    await request({
      method: 'POST',
      data: { a: '1 2' },
      header: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect(String(server.received.at(-1)?.body)).toBe('a=1%202')
    await server.stop()
  })

  test.each([
    ['https://other.example.cn/x', 'request:fail url not in domain list'],
    ['/x', 'request:fail invalid url'],
    ['https://12345.example.cn/x', 'request:fail net::ERR_CONNECTION_REFUSED'],
  ])('a request to %s fails: %s', async (url, errMsg) => {
    const server = await startServer(() => ({ status: 200, body: '' }))
    await server.stop()
    const app = await launchFixture({ baseUrl: server.url })
    expect(await call(app, 'request', { url })).toMatchObject({ errMsg })
  })

  test('the network goes and comes, and the app hears of it', async () => {
    const server = await startServer(() => ({ status: 200, body: '{}' }))
    const app = await launchFixture({ baseUrl: server.url })
    app.evaluate('wx.onNetworkStatusChange((status) => { globalThis.status = status })')
    app.network.set('none')
    expect(app.evaluate('status')).toEqual({ isConnected: false, networkType: 'none' })
    expect(await call(app, 'getNetworkType')).toMatchObject({ networkType: 'none' })
    const url = 'https://12345.example.cn/x'
    expect(await call(app, 'request', { url })).toMatchObject({
      errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED',
    })
    app.network.set('4g')
    expect(await call(app, 'request', { url })).toMatchObject({ statusCode: 200 })
    await server.stop()
  })

  test('a test may stand between, requests may be aborted or take too long', async () => {
    const app = await launchFixture({
      requestHandler: async ({ url, signal }, send) => {
        if (url.endsWith('/made-up'))
          return { statusCode: 503, header: {}, cookies: [], body: Buffer.from('{"b":2}') }
        if (!url.endsWith('/never'))
          return send({ url, method: 'GET', header: {}, body: undefined, timeoutMs: 1, signal })
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('cut'))))
      },
    })
    expect(await call(app, 'request', { url: 'https://12345.example.cn/made-up' })).toMatchObject({
      statusCode: 503,
      data: { b: 2 },
    })
    app.evaluate(
      `globalThis.task = wx.request({ url: 'https://12345.example.cn/never', fail(r) { globalThis.why = r.errMsg } })`,
    )
    await app.settle()
    app.evaluate('task.abort()')
    expect(await app.waitFor(() => app.evaluate('globalThis.why'))).toBe('request:fail abort')
  })
})

describe('storage', () => {
  test('keeps copies, lists keys, and lives on with the phone', async () => {
    const app = await launchFixture()
    app.evaluate(
      `globalThis.draft = { text: '路灯' }; wx.setStorageSync('draft', draft); draft.text = '变了'`,
    )
    expect(app.evaluate(`wx.getStorageSync('draft')`)).toEqual({ text: '路灯' })
    expect(app.evaluate(`wx.getStorageSync('nothing')`)).toBe('')
    expect(await call(app, 'getStorage', { key: 'nothing' })).toEqual({
      errMsg: 'getStorage:fail data not found',
    })
    const again = await launchFixture({ storage: app.storage })
    expect(await call(again, 'getStorage', { key: 'draft' })).toMatchObject({ data: { text: '路灯' } })
    expect(again.evaluate(`wx.getStorageInfoSync().keys`)).toEqual(['draft'])
    await call(again, 'removeStorage', { key: 'draft' })
    expect(app.storage.keys).toEqual([])
  })

  test('refuses more than 1 MB under one key and more than 10 MB in all', async () => {
    const app = await launchFixture()
    const store = (key: string, length: number) =>
      app.evaluate(`wx.setStorageSync('${key}', 'x'.repeat(${length}))`)
    expect(() => store('big', 1024 * 1024)).toThrow('entry size limit reached')
    for (let index = 0; index < 10; index++) store(`k${index}`, 1024 * 1024 - 100)
    expect(() => store('last', 10_000)).toThrow('storage limit reached')
  })
})

describe('the person', () => {
  test('sees toasts, loading and dialogs, and answers them', async () => {
    const app = await launchFixture({ answers: { modal: () => ({ confirm: false }) } })
    await call(app, 'showToast', { title: '已保存', icon: 'none' })
    expect(app.toasts).toEqual([{ title: '已保存', icon: 'none' }])
    await call(app, 'showLoading', { title: '提交中' })
    expect(app.loading).toBe('提交中')
    await call(app, 'hideLoading')
    expect(app.loading).toBeUndefined()
    expect(await call(app, 'showModal', { title: '撤回？' })).toMatchObject({ confirm: false, cancel: true })
    expect(app.modals).toMatchObject([{ title: '撤回？', confirmText: '确定' }])
    app.answers.modal = () => ({ confirm: true, content: '原因' })
    expect(await call(app, 'showModal', { editable: true })).toMatchObject({ confirm: true, content: '原因' })
    expect(await call(app, 'showModal', { confirmText: '我知道了吧' })).toMatchObject({
      errMsg: expect.stringContaining('showModal:fail') as string,
    })
    app.answers.actionSheet = () => null
    expect(await call(app, 'showActionSheet', { itemList: ['甲'] })).toEqual({
      errMsg: 'showActionSheet:fail cancel',
    })
  })

  test('gives or refuses a number, and accepts messages on a tap only', async () => {
    const app = await launchFixture({ url: 'pages/form/index' })
    await app.tap(app.view().byId('phone'))
    expect(app.view().byId('state').text).toBe('phone-13800000001-1')
    app.answers.phoneCode = () => null
    await app.tap(app.view().byId('phone'))
    expect(app.view().byId('state').text).toBe('getPhoneNumber:fail user deny')
    await app.tap(app.view().byId('subscribe'))
    expect(app.view().byId('state').text).toBe('accept')
    expect(await call(app, 'requestSubscribeMessage', { tmplIds: ['reply'] })).toMatchObject({
      errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    })
    expect(app.calls('requestSubscribeMessage')).toHaveLength(2)
  })

  test('is somewhere, if the app declared that it asks and the person agrees', async () => {
    const app = await launchFixture()
    expect(await call(app, 'getLocation')).toMatchObject({ latitude: expect.any(Number) as number })
    app.answers.location = () => null
    expect(await call(app, 'getLocation')).toEqual({ errMsg: 'getLocation:fail auth deny' })
    app.answers.privacy = () => false
    expect(await call(app, 'getLocation')).toMatchObject({ errno: 104 })
    expect(await call(app, 'chooseLocation')).toMatchObject({
      errMsg: expect.stringContaining('requiredPrivateInfos') as string,
    })
    expect(await call(app, 'getPrivacySetting')).toMatchObject({ needAuthorization: true })
  })

  test('logs in with a new code each time, copies, and calls', async () => {
    const app = await launchFixture()
    const codes = [await call(app, 'login'), await call(app, 'login')].map(({ code }) => code)
    expect(codes).toEqual(['demo-weapp-1', 'demo-weapp-2'])
    await call(app, 'setClipboardData', { data: 'YT-1' })
    expect(app.clipboard).toBe('YT-1')
    await call(app, 'makePhoneCall', { phoneNumber: '12345' })
    expect(app.calls('makePhoneCall')).toMatchObject([{ phoneNumber: '12345' }])
    await call(app, 'setNavigationBarTitle', { title: '新的' })
    expect(app.page.title).toBe('新的')
  })

  test('chooses photos, as many as the app takes, or none', async () => {
    const app = await launchFixture({
      answers: { photos: () => ['a.jpg', 'b.png', 'c.png'].map((name) => ({ name, bytes: SAMPLE_PNG })) },
    })
    const { tempFiles } = await call(app, 'chooseMedia', { count: 2 })
    expect(tempFiles).toMatchObject([{ size: SAMPLE_PNG.length }, { fileType: 'image' }])
    app.answers.photos = () => null
    expect(await call(app, 'chooseMedia')).toEqual({ errMsg: 'chooseMedia:fail cancel' })
    expect(
      await call(app, 'uploadFile', { url: 'https://12345.example.cn/f', filePath: 'wxfile://x' }),
    ).toMatchObject({
      errMsg: 'uploadFile:fail file not found: wxfile://x',
    })
  })

  test('queries tell what exists', async () => {
    const app = await launchFixture()
    app.evaluate(`wx.createSelectorQuery().select('#add').boundingClientRect((box) => { globalThis.box = box })
      .select('#none').boundingClientRect().selectAll('card').fields({ id: true })
      .exec((all) => { globalThis.all = all })`)
    await app.settle()
    expect(app.evaluate('box')).toMatchObject({ id: 'add', width: 390 })
    expect(app.evaluate('all')).toMatchObject([{ id: 'add' }, null, [{ id: 'card-a' }, { id: 'card-b' }]])
    expect(app.evaluate(`getCurrentPages()[0].selectComponent('#card-b').data.title`)).toBe('井盖')
  })
})

describe('the album', () => {
  const save = async (answers: object) => {
    const app = await launchFixture({ answers })
    const path = await call(app, 'chooseImage', {}).then(
      ({ tempFilePaths }) => (tempFilePaths as string[])[0],
    )
    return { app, answer: await call(app, 'saveImageToPhotosAlbum', { filePath: path }) }
  }

  test('takes a picture of the phone when it may, and no other', async () => {
    const { app, answer } = await save({})
    expect(answer.errMsg).toBe('saveImageToPhotosAlbum:ok')
    expect(app.album).toHaveLength(1)
    expect(await call(app, 'saveImageToPhotosAlbum', { filePath: 'wxfile://nowhere.png' })).toMatchObject({
      errMsg: 'saveImageToPhotosAlbum:fail file not found',
    })
  })

  test('takes nothing when the person said no', async () => {
    const { app, answer } = await save({ album: () => false })
    expect(answer.errMsg).toBe('saveImageToPhotosAlbum:fail auth deny')
    expect(app.album).toEqual([])
    expect(await call(app, 'canvasToTempFilePath', {})).toMatchObject({
      errMsg: 'canvasToTempFilePath:fail canvas is empty',
    })
  })
})
