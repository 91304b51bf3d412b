/** Photos: known by their content, opened by a signed link, taken once. */
import { connect } from 'node:net'
import { type Attachment, submitOrder, uploadAttachment } from '@jiesu/shared-types'
import { leakingMain } from '../support/appeals'
import { deeds } from '../support/deeds'
import { handlerOf } from '../support/handlerOf'
import { OTHERS, PHOTOS, upload, VIDEOS } from '../support/photos'
import { startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let act: ReturnType<typeof deeds>
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  act = deeds(portal)
})
afterAll(() => portal.stop())

const post = (form: FormData) => portal.send('POST', uploadAttachment.path, form)
const photo = async (content: Buffer = PHOTOS['image/jpeg']): Promise<string> => {
  const answer = await post(upload(content))
  expect(answer.status).toBe(201)
  return (answer.body as Attachment).id
}
const files = () => portal.connection.collection('attachments.files')
const links = async (number: string, own: { orderAccess?: string }): Promise<string[]> =>
  (await act.read(number, own)).attachments.map((attachment) => attachment.url ?? '')

test.each(Object.entries({ ...PHOTOS, ...VIDEOS }))(
  '%s is taken, whatever it calls itself, and comes back as it was',
  async (type, content) => {
    const answer = await post(upload(content, 'file', 'x.exe'))
    expect(answer).toMatchObject({ status: 201, body: { mediaType: type, bytes: content.length } })
    const { number, own } = await act.submit(leakingMain({ attachments: [(answer.body as Attachment).id] }))
    const [link = ''] = await links(number, own)
    const opened = await fetch(portal.url + link)
    expect(opened.status).toBe(200)
    expect(opened.headers.get('content-type')).toBe(type)
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff')
    expect(opened.headers.get('cache-control')).toContain('private')
    expect(Buffer.from(await opened.arrayBuffer()).equals(content)).toBe(true)
    const head = await fetch(portal.url + link, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(content.length)])
  },
)

test.each(Object.entries(OTHERS))('%s is neither a photo nor a video', async (_what, content) => {
  expect(await post(upload(content))).toMatchObject({ status: 415, body: { code: 'unsupported-media' } })
})

test('ten megabytes are taken, one byte more is not', async () => {
  const limit = 10 * 1024 * 1024
  // Coded data from the beginning to the end of the picture.
  const large = Buffer.alloc(limit)
  large.set([0xff, 0xd8, 0xff, 0xda, 0, 3, 1])
  large.set([0xff, 0xd9], limit - 2)
  const id = await photo(large)
  const { number, own } = await act.submit(leakingMain({ attachments: [id] }))
  const [link = ''] = await links(number, own)
  expect((await (await fetch(portal.url + link)).arrayBuffer()).byteLength).toBe(limit)
  const answer = await post(upload(Buffer.concat([large, Buffer.from('x')])))
  expect(answer).toMatchObject({
    status: 413,
    body: { code: 'body-too-large', detail: expect.stringContaining('10 MB') as string },
  })
})

test('a video may be three times as large, and there may be one of them', async () => {
  const large = Buffer.alloc(30 * 1024 * 1024)
  VIDEOS['video/mp4'].copy(large)
  large.writeUInt32BE(large.length - 16, 16)
  const id = await photo(large)
  expect(await post(upload(Buffer.concat([large, Buffer.from('x')])))).toMatchObject({
    status: 413,
    body: { code: 'body-too-large', detail: expect.stringContaining('30 MB') as string },
  })
  const second = await photo(VIDEOS['video/webm'])
  const both = await portal.refused(submitOrder, { body: leakingMain({ attachments: [id, second] }) })
  expect(both).toMatchObject({ status: 422, code: 'invalid-input' })
  expect(both.fields).toEqual([{ path: '/attachments', message: '视频最多 1 段，请移除多余的' }])
  const { receipt } = await act.submit(leakingMain({ attachments: [id, await photo()] }))
  expect(receipt.order.attachments.map(({ mediaType }) => mediaType)).toEqual(['video/mp4', 'image/jpeg'])
})

test('players ask for a video in parts', async () => {
  const whole = VIDEOS['video/mp4']
  const { number, own } = await act.submit(leakingMain({ attachments: [await photo(whole)] }))
  const [link = ''] = await links(number, own)
  const ask = async (range: string) => {
    const answer = await fetch(portal.url + link, { headers: { range } })
    return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer())]
  }
  const length = whole.length
  expect(await ask('bytes=0-1')).toEqual([206, `bytes 0-1/${length}`, whole.subarray(0, 2)])
  expect(await ask('bytes=10-')).toEqual([206, `bytes 10-${length - 1}/${length}`, whole.subarray(10)])
  expect(await ask('bytes=-5')).toEqual([
    206,
    `bytes ${length - 5}-${length - 1}/${length}`,
    whole.subarray(-5),
  ])
  expect((await ask(`bytes=${length}-`)).slice(0, 2)).toEqual([416, `bytes */${length}`])
  expect((await ask('bytes=0-1,4-5')).slice(0, 2)).toEqual([200, null])
})

test('where a video was taken is not kept', async () => {
  const told = Buffer.from(
    '\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x2amoov\0\0\0\x22udta\0\0\0\x1a\xa9xyz+37.46+121.44/...\0',
    'latin1',
  )
  const { number, own } = await act.submit(leakingMain({ attachments: [await photo(told)] }))
  const [link = ''] = await links(number, own)
  const kept = Buffer.from(await (await fetch(portal.url + link)).arrayBuffer())
  expect([kept.length, kept.includes('121.44'), kept.includes('free')]).toEqual([told.length, false, true])
})

test('where a photo was taken is not kept, nor what hangs on behind it', async () => {
  const exif = Buffer.from('\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\bGPS 37.46N 121.44E', 'latin1')
  const [soi, scan] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xda, 0, 3, 1, 9, 9, 0xff, 0xd9])]
  const id = await photo(Buffer.concat([soi, exif, scan, Buffer.from('film of the flat')]))
  const { number, own } = await act.submit(leakingMain({ attachments: [id] }))
  const [link = ''] = await links(number, own)
  expect(Buffer.from(await (await fetch(portal.url + link)).arrayBuffer())).toEqual(
    Buffer.concat([soi, scan]),
  )
})

test('what is no upload of one photo', async () => {
  expect((await portal.send('POST', uploadAttachment.path, '{}')).status).toBe(415)
  expect((await portal.send('POST', uploadAttachment.path)).status).toBe(415)
  expect(await post(upload(PHOTOS['image/png'], 'photo'))).toMatchObject({
    status: 400,
    body: { code: 'malformed-body' },
  })
  expect((await post(new FormData())).status).toBe(400)
  const two = upload(PHOTOS['image/png'])
  two.append('file', new Blob(['x']), 'second.png')
  expect((await post(two)).status).toBe(400)
  const notAFile = new FormData()
  notAFile.append('file', 'just words')
  expect((await post(notAFile)).status).toBe(400)
  const broken = await portal.send(
    'POST',
    uploadAttachment.path,
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
    {
      'content-type': 'multipart/form-data; boundary=x',
    },
  )
  expect(broken.status).toBe(400)
  const noBoundary = await portal.send('POST', uploadAttachment.path, 'x', {
    'content-type': 'multipart/form-data',
  })
  expect(noBoundary.status).toBe(400)
})

test('what breaks off, is too large or no photo leaves nothing behind', async () => {
  const chunks = portal.connection.collection('attachments.chunks')
  const before = [await files().countDocuments(), await chunks.countDocuments()]
  const large = Buffer.concat([PHOTOS['image/png'], Buffer.alloc(11 * 1024 * 1024)])
  expect((await post(upload(large))).status).toBe(413)
  expect((await post(upload(Buffer.alloc(3 * 1024 * 1024)))).status).toBe(415)
  const two = upload(PHOTOS['image/png'])
  two.append('file', new Blob(['x']), 'second.png')
  expect((await post(two)).status).toBe(400)
  expect([await files().countDocuments(), await chunks.countDocuments()]).toEqual(before)

  const { hostname, port } = new URL(portal.url)
  const phone = connect(Number(port), hostname)
  phone.write(
    `POST ${uploadAttachment.path} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\n` +
      `Content-Length: ${large.length}\r\n\r\n` +
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: image/png\r\n\r\n',
  )
  phone.write(large.subarray(0, 4 * 1024 * 1024))
  while ((await chunks.countDocuments()) === before[1]) continue
  phone.destroy()
  while ((await chunks.countDocuments()) !== before[1]) continue
  expect(await files().countDocuments()).toBe(before[0])
})

test('a link opens for half an hour; a changed one never', async () => {
  const [a, b] = [await photo(), await photo()]
  const { number, own } = await act.submit(leakingMain({ attachments: [a, b] }))
  const [first = '', second = ''] = await links(number, own)
  const status = async (link: string) => (await portal.send('GET', link)).status
  expect(await status(first)).toBe(200)
  const changed = [
    first.replace(a, b),
    first.replace(/expires=\d+/, 'expires=99999999999999'),
    first.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    first.replace(/signature=.*/, 'signature='),
    first.replace(/\?.*/, ''),
    `${first}&signature=x`,
    `${first}&expires=1`,
    first.replace(/signature=.*/, second.slice(second.indexOf('signature='))),
    first.replace(a, encodeURIComponent('../../etc/passwd')),
  ]
  for (const link of changed) expect([link, await status(link)]).toEqual([link, 404])
  portal.now = new Date(portal.now.getTime() + 30 * 60_000)
  expect(await status(first)).toBe(404)
  expect(await status((await links(number, own))[0] ?? '')).toBe(200)
})

test('a photo belongs to one order; the unit that handles it sees it, too', async () => {
  const id = await photo()
  const { number } = await act.submit(leakingMain({ attachments: [id, id] }))
  const seen = await act.open(number, await portal.staff(await handlerOf(portal, number)))
  expect(seen.attachments.map((attachment) => attachment.id)).toEqual([id])
  const second = await portal.refused(submitOrder, { body: leakingMain({ attachments: [id] }) })
  expect(second).toMatchObject({ status: 422, code: 'unknown-attachment' })
})

test('a submission with one photo that is not there keeps nothing half done', async () => {
  const good = await photo()
  const broken = leakingMain({ attachments: [good, 'A'.repeat(22)] })
  expect((await portal.refused(submitOrder, { body: broken })).code).toBe('unknown-attachment')
  expect(
    await portal.connection.collection('orders').countDocuments({ submissionId: broken.commandId }),
  ).toBe(0)
  expect((await files().findOne({ _id: good as never }))?.['metadata']).not.toHaveProperty('claim')
  // The good photo can go with any other submission.
  const { receipt } = await act.submit(leakingMain({ attachments: [good] }))
  expect(receipt.order.attachments.map((attachment) => attachment.id)).toEqual([good])
})

test('two submissions want one photo at once: one gets it', async () => {
  const id = await photo()
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      portal.send('POST', submitOrder.path, leakingMain({ attachments: [id] })),
    ),
  )
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422, 422, 422])
})

test('seven photos are too many, and that is said at the field', async () => {
  const problem = await portal.refused(submitOrder, {
    body: leakingMain({ attachments: Array(7).fill('x') as string[] }),
  })
  expect(problem.fields).toEqual([{ path: '/attachments', message: '照片最多 6 张' }])
})

test('an upload that nobody used is gone after a day; one in an order stays', async () => {
  const [used, forgotten] = [await photo(), await photo()]
  const { number } = await act.submit(leakingMain({ attachments: [used] }))
  portal.now = new Date(portal.now.getTime() + 24 * 3_600_000)
  await portal.tick()
  expect(await files().countDocuments({ _id: forgotten as never })).toBe(1)
  portal.now = new Date(portal.now.getTime() + 1000)
  await portal.tick()
  expect(await files().countDocuments({ _id: forgotten as never })).toBe(0)
  expect(
    await portal.connection.collection('attachments.chunks').countDocuments({ files_id: forgotten }),
  ).toBe(0)
  expect(await files().countDocuments({ _id: used as never })).toBe(1)
  expect((await act.open(number, await portal.staff('yantai-operator'))).attachments).toHaveLength(1)
})
