import { createHmac } from 'node:crypto'
import { EXAMPLES } from './petitions'
import type { Petition } from './register'
import { startPetitionMock, type RunningPetition } from './testing'

const KEY = 'demo-petition-key'
const keyed = (text: string) => createHmac('sha256', KEY).update(text).digest('hex')

const DITCH: Petition = {
  number: 'SF-2026-000001',
  city: 'yantai',
  registeredOn: '2026-02-03',
  stage: 'handling',
  phone: '+86 138-0000-0031',
  text: '示范村村口的排水沟多年没有清理，一下雨污水就倒灌进院子，请打 13800000031 联系我。',
}
const COMPANY: Petition = {
  ...DITCH,
  number: 'SF-2026-000002',
  registeredOn: '2026-02-04',
  phone: '0535-6000000',
  creditCode: '91370600xxxxxxxxxm',
}

let petition: RunningPetition
beforeEach(async () => {
  petition = await startPetitionMock({ petitions: [DITCH, COMPANY] })
})
afterEach(() => petition.stop())

const request = (method: string, path: string, body?: unknown, token = keyed('access')) =>
  fetch(`${petition.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const question = {
  city: 'yantai',
  identities: [keyed('phone:13800000031')],
  text: DITCH.text,
  atLeast: 0.5,
}
const ask = async (more: object = {}) => {
  const answer = await request('POST', '/petitions/matches', { ...question, ...more })
  return ((await answer.json()) as { matches: { number: string; sameIdentity: boolean }[] }).matches
}

test('a match says number, day, stage, similarity and whether it is the same person, without who that is', async () => {
  const answer = await request('POST', '/petitions/matches', question)
  expect(answer.status).toBe(200)
  const { matches } = (await answer.json()) as { matches: unknown[] }
  expect(matches).toEqual([
    {
      number: 'SF-2026-000001',
      registeredOn: '2026-02-03',
      stage: 'handling',
      similarity: 1,
      sameIdentity: true,
      excerpt: '示范村村口的排水沟多年没有清理，一下雨污水就倒灌进院子，请打 … 联系我。',
    },
    expect.objectContaining({ number: 'SF-2026-000002', sameIdentity: false }),
  ])
  expect(JSON.stringify(matches)).not.toContain('138')
})

test('one person is recognised by either identity, however it was written down', async () => {
  const same = async (identities: string[]) =>
    (await ask({ identities })).filter((match) => match.sameIdentity).map((match) => match.number)
  expect(await same([keyed('phone:05356000000')])).toEqual(['SF-2026-000002'])
  expect(await same([keyed('phone:0'), keyed('credit:91370600XXXXXXXXXM')])).toEqual(['SF-2026-000002'])
  expect(await same([keyed('phone:13800000032')])).toEqual([])
  expect(await same([])).toEqual([])
})

test('what is less similar than asked for, or of another city, is not told', async () => {
  const other = '门口的自来水主管道从昨晚开始漏水，路面已经积水。'
  expect(await ask({ text: other })).toEqual([])
  expect(await ask({ text: other, atLeast: 0 })).toHaveLength(2)
  expect(await ask({ city: 'fuzhou' })).toEqual([])
})

test.each([
  [{ city: '' }, 'city'],
  [{ identities: ['13800000031'] }, 'identities'],
  [{ identities: 'all' }, 'identities'],
  [{ text: 5 }, 'text'],
  [{ atLeast: 2 }, 'atLeast'],
])('%j is refused', async (more, what) => {
  const answer = await request('POST', '/petitions/matches', { ...question, ...more })
  expect(answer.status).toBe(400)
  const body = (await answer.json()) as { code: string; message: string }
  expect(body.code).toBe('invalid_question')
  expect(body.message).toContain(what)
})

test('a wrong token is 401 (the key itself is none), a body that is no JSON is 400', async () => {
  expect((await request('POST', '/petitions/matches', question, KEY)).status).toBe(401)
  expect((await request('POST', '/petitions/matches', '{oops')).status).toBe(400)
  expect(petition.asked()).toEqual([])
})

test('petitions are registered, replaced and forgotten', async () => {
  await request('DELETE', '/_mock/petitions')
  expect(await ask()).toEqual([])
  expect((await request('POST', '/_mock/petitions', DITCH)).status).toBe(201)
  expect((await request('POST', '/_mock/petitions', { ...DITCH, stage: 'closed' })).status).toBe(201)
  expect(await ask()).toMatchObject([{ number: 'SF-2026-000001', stage: 'closed' }])
  expect(await (await request('GET', '/_mock/petitions')).json()).toHaveLength(1)
})

test.each([
  [{ number: '' }, 'number'],
  [{ registeredOn: 'yesterday' }, 'registeredOn'],
  [{ stage: 'lost' }, 'stage'],
  [{ phone: 138 }, 'phone'],
  [{ text: '' }, 'text'],
])('%j is no petition', async (more, what) => {
  const answer = await request('POST', '/_mock/petitions', { ...DITCH, ...more })
  expect(answer.status).toBe(400)
  expect(((await answer.json()) as { message: string }).message).toContain(what)
})

test('the examples are petitions of demo telephones', async () => {
  for (const example of EXAMPLES) {
    expect(example.phone).toMatch(/^138000000\d\d$/)
    expect((await request('POST', '/_mock/petitions', example)).status).toBe(201)
  }
})

test('faults strike the service', async () => {
  petition.setFaults({ status: 503, times: 1 })
  expect((await request('POST', '/petitions/matches', question)).status).toBe(503)
  expect((await request('POST', '/petitions/matches', question)).status).toBe(200)
  expect(petition.calls('/petitions/matches')).toBe(2)
  expect(petition.asked()).toEqual([question])
})
