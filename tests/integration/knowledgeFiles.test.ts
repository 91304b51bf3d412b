/** Files of an entry (附件): uploaded by its unit, public with the version that names them, and only then. */
import { type EntryFile, getKnowledge, uploadKnowledgeFile } from '@jiesu/shared-types'
import { fileForm, pdfFile, wordFile } from '../support/entryFiles'
import { knowledgeDeeds, PIPE_ENTRY } from '../support/knowledge'
import { PHOTOS } from '../support/photos'
import { type As, headersFor, startPortal, type TestPortal } from '../support/portal'

jest.setTimeout(60_000)

let portal: TestPortal
let does: ReturnType<typeof knowledgeDeeds>
let editor: As
beforeAll(async () => {
  portal = await startPortal('2026-11-23T09:00:00+08:00')
  does = knowledgeDeeds(portal)
  editor = await portal.staff('yantai-water-supply-editor')
})
afterAll(() => portal.stop())

const send = (bytes: Buffer, name: string, as: As = editor) =>
  portal.send('POST', uploadKnowledgeFile.path, fileForm(bytes, name), headersFor(as))
const upload = async (bytes: Buffer, name: string): Promise<EntryFile> => {
  const { status, body } = await send(bytes, name)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body as EntryFile
}
const fetched = (address: string): Promise<Response> => fetch(portal.url + address)
const publish = async (id: string) => {
  await does.move(id, editor, 'submit', { why: '附上申请表' })
  await does.move(id, await portal.staff('yantai-water-supply-manager'), 'approve')
  await does.move(id, await portal.staff('yantai-knowledge-reviewer'), 'approve')
}
const filesOf = async (id: string) => (await portal.call(getKnowledge, { params: { id } })).files ?? []

test('a form is read at the desk before publication, by everybody after it, and by nobody once it is withdrawn', async () => {
  const form = pdfFile()
  const file = await upload(form, '过户申请表.pdf')
  expect(file).toMatchObject({ name: '过户申请表', mediaType: 'application/pdf', bytes: form.length })
  const attachments = [{ id: file.id, name: '水表过户申请表' }]
  const { id, files } = await does.draft({ ...PIPE_ENTRY, attachments }, editor)
  expect(files).toMatchObject([{ id: file.id, name: '水表过户申请表', bytes: form.length }])
  const atDesk = await fetched(files[0]!.url)
  expect(Buffer.from(await atDesk.arrayBuffer())).toEqual(form)
  expect(atDesk.headers.get('cache-control')).toBe('private, no-store')
  expect((await fetched(`/api/v1/knowledge/${id}/files/${file.id}`)).status).toBe(404)
  expect((await fetched(files[0]!.url.replace(/signature=.*/, 'signature=x'))).status).toBe(404)

  await publish(id)
  const [open] = await filesOf(id)
  const answer = await fetched(open!.url)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(form)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(form.length),
    'content-disposition': `attachment; filename="???????.pdf"; filename*=UTF-8''${encodeURIComponent('水表过户申请表.pdf')}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  // Another entry's address does not lead to it.
  const other = await does.draft(PIPE_ENTRY, editor)
  await publish(other.id)
  expect((await fetched(`/api/v1/knowledge/${other.id}/files/${file.id}`)).status).toBe(404)

  await does.move(id, await portal.staff('yantai-knowledge-reviewer'), 'withdraw', { why: '表格作废' })
  expect((await fetched(open!.url)).status).toBe(404)
})

test('signed addresses end after half an hour', async () => {
  const { url } = await upload(wordFile(), '说明.docx')
  const before = portal.now
  portal.now = new Date(before.getTime() + 30 * 60_000)
  expect((await fetched(url)).status).toBe(404)
  portal.now = before
})

test('what is not what it says, brings macros, is too large or comes from somebody else is refused', async () => {
  const problems = await Promise.all([
    send(Buffer.from('<script>alert(1)</script>'), '说明.pdf'),
    send(wordFile({ 'word/vbaProject.bin': 'x' }), '说明.docx'),
    send(Buffer.concat([pdfFile(), Buffer.alloc(10 * 1024 * 1024)]), '说明.pdf'),
    send(pdfFile(), '说明.pdf', await portal.staff('yantai-water-supply-manager')),
    send(pdfFile(), '说明.pdf', {}),
  ])
  expect(
    problems.map(({ status, body }) => [status, (body as { detail: string }).detail.slice(0, 8)]),
  ).toEqual([
    [415, '附件请用 PDF'],
    [415, '文件里有宏、脚本'],
    [413, '单个附件请不超过'],
    [403, '附件由责任单位的'],
    [401, expect.any(String)],
  ])
  const nothing = await portal.send('POST', uploadKnowledgeFile.path, new FormData(), headersFor(editor))
  expect(nothing.status).toBe(400)
})

test('a file belongs to one entry; one that is not there is named as the field that is wrong', async () => {
  const { id: file } = await upload(PHOTOS['image/png'], '样图.png')
  const attachments = [{ id: file, name: '样图' }]
  const first = await does.draft({ ...PIPE_ENTRY, attachments }, editor)
  // Saved again with the same file, and another.
  const second = await upload(wordFile(), '说明.docx')
  const both = [...attachments, { id: second.id, name: '说明' }]
  const edited = await does.edit(first.id, { attachments: both }, editor)
  expect(edited.changes.find(({ field }) => field === 'attachments')?.lines.map(({ text }) => text)).toEqual([
    '样图（PNG）',
    '说明（Word）',
  ])
  await expect(does.draft({ ...PIPE_ENTRY, attachments }, editor)).rejects.toThrow('/content/attachments')
  await expect(
    does.draft({ ...PIPE_ENTRY, attachments: [{ id: 'x'.repeat(22), name: '没有' }] }, editor),
  ).rejects.toThrow('/content/attachments')
})

test('forgotten uploads go after a day; those of entries stay, also of older versions', async () => {
  const kept = await upload(pdfFile(), '一.pdf')
  const dropped = await upload(pdfFile(), '二.pdf')
  const forgotten = await upload(pdfFile(), '三.pdf')
  const both = [kept, dropped].map(({ id, name }) => ({ id, name }))
  const { id } = await does.draft({ ...PIPE_ENTRY, attachments: both }, editor)
  await does.edit(id, { attachments: both.slice(0, 1) }, editor)
  await publish(id)
  await does.edit(id, { attachments: [] }, editor)
  await publish(id)
  const bucket = portal.connection.collection('entryFiles.files')
  const left = async () =>
    (
      await bucket
        .find({ _id: { $in: [kept, dropped, forgotten].map((one) => one.id) as never[] } })
        .toArray()
    ).map((one) => String(one._id))
  await portal.tick()
  expect(await left()).toHaveLength(3)
  portal.now = new Date('2026-11-24T09:01:00+08:00')
  // Let go by a slower edit although a version names it.
  await bucket.updateOne(
    { _id: kept.id as never },
    { $set: { 'metadata.unclaimedSince': new Date('2026-11-23T08:00:00+08:00') } },
  )
  await portal.tick()
  expect(await left()).toEqual([kept.id])
  expect(
    await portal.connection.collection('entryFiles.chunks').countDocuments({ files_id: dropped.id }),
  ).toBe(0)
})
