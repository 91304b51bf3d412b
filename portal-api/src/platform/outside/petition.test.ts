/** What leaves for the petition system, and what becomes of its answers, whatever they are. */
import { createHmac } from 'node:crypto'
import { OutsideServiceDown } from './outsideService'
import { makePetitionSystem } from './petition'
import { type Answer, json, standIn } from './testSupport'

const KEY = 'a-key-of-the-test'
const keyed = (text: string) => createHmac('sha256', KEY).update(text).digest('hex')
const MATCH = {
  number: 'SF-2026-000001',
  registeredOn: '2026-02-03',
  stage: 'handling',
  similarity: 0.82,
  sameIdentity: true,
  excerpt: '示范村村口的排水沟多年没有清理',
}
const QUESTION = {
  city: 'yantai',
  phone: '0535-6000000',
  creditCode: '91370600XXXXXXXXXM',
  text: '排水沟堵了，请打 13800000031。',
  atLeast: 0.4,
}

const petitions = standIn()
const heard = () =>
  petitions.heard.map(({ url, headers, body }) => ({
    path: url,
    token: headers.authorization,
    body: JSON.parse(body) as unknown,
  }))

test('asks with fingerprints and a text without numbers, and reads the matches', async () => {
  petitions.answer = json({ matches: [MATCH] })
  expect(await makePetitionSystem(petitions.url, KEY).matches(QUESTION)).toEqual([MATCH])
  expect(heard()).toEqual([
    {
      path: '/petitions/matches',
      token: `Bearer ${keyed('access')}`,
      body: {
        city: 'yantai',
        identities: [keyed('phone:05356000000'), keyed('credit:91370600XXXXXXXXXM')],
        text: '排水沟堵了，请打 …。',
        atLeast: 0.4,
      },
    },
  ])
})

test('somebody anonymous has no fingerprints', async () => {
  petitions.answer = json({ matches: [] })
  const { phone: _phone, creditCode: _code, ...anonymous } = QUESTION
  expect(await makePetitionSystem(petitions.url, KEY).matches(anonymous)).toEqual([])
  expect(heard()[0]?.body).toMatchObject({ identities: [] })
})

test('an excerpt is cut, and numbers in it are not taken over', async () => {
  petitions.answer = json({ matches: [{ ...MATCH, excerpt: `电话13800000031${'很长'.repeat(60)}` }] })
  const [match] = await makePetitionSystem(petitions.url, KEY).matches(QUESTION)
  expect(match?.excerpt).toBe(`电话…${'很长'.repeat(28)}很`)
})

test.each<[string, Answer, RegExp]>([
  ['is down', json({}, 503), /^petition: status 503$/],
  ['lets nobody in', json({}, 401), /status 401/],
  ['sends elsewhere', (r) => r.writeHead(302, { location: '/elsewhere' }).end(), /status 302/],
  ['hangs up', (r) => r.destroy(), /socket hang up/],
  ['is silent', () => undefined, /timeout|canceled|aborted/],
  [
    'never comes to an end',
    (r) => {
      const drip = setInterval(() => r.write(' '), 100)
      r.on('close', () => clearInterval(drip))
    },
    /timeout|canceled|aborted/,
  ],
  ['answers no JSON', (r) => r.end('<h1>维护中</h1>'), /unexpected answer/],
  ['answers without matches', json({ rows: [] }), /unexpected answer/],
  ['invents a stage', json({ matches: [{ ...MATCH, stage: 'lost' }] }), /unexpected answer/],
  ['counts above one', json({ matches: [{ ...MATCH, similarity: 82 }] }), /unexpected answer/],
  ['says no day', json({ matches: [{ ...MATCH, registeredOn: '2026-02-31' }] }), /unexpected answer/],
  ['talks without end', json({ matches: [], more: 'x'.repeat(300_000) }), /maxContentLength/],
])('a petition system that %s is down', async (_, given, reason) => {
  petitions.answer = given
  const failure: unknown = await makePetitionSystem(petitions.url, KEY)
    .matches(QUESTION)
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(OutsideServiceDown)
  expect((failure as Error).message).toMatch(reason)
  expect((failure as Error).message).not.toMatch(/排水沟|138|0535/)
})

test('nobody listens there', async () => {
  await expect(makePetitionSystem('http://127.0.0.1:1', KEY).matches(QUESTION)).rejects.toThrow(
    OutsideServiceDown,
  )
})

test('without an address nothing is configured', () => {
  expect(makePetitionSystem('', '').configured).toBe(false)
  expect(makePetitionSystem(petitions.url, KEY).configured).toBe(true)
})
