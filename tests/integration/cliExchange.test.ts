/** `jiesu exchange` beside a running portal: a system that a person registered takes part, with what was printed. */
import { createHmac } from 'node:crypto'
import type { Connection } from 'mongoose'
import { connect } from '../../portal-api/src/platform/mongo/connect'
import { standIn } from '../../portal-api/src/platform/outside/testSupport'
import { leakingMain } from '../support/appeals'
import { jiesu } from '../support/jiesu'
import { type House, makeHouse } from '../support/processes'

// Each run is a process of its own, which takes its time on a busy machine.
jest.setTimeout(120_000)

let house: House
let portal: string
let connection: Connection
const receiver = standIn()
const address = () => `${receiver.url}/events`

beforeAll(async () => {
  house = makeHouse()
  await house.startDatabase()
  portal = (await house.startPortal()).ready
  connection = await connect(house.uri)
})
afterAll(async () => {
  await connection.close()
  await house.tearDown()
})

const exchange = (...args: string[]) => jiesu(['exchange', ...args], { env: house.settings })
const printed = (stdout: string): Record<string, string> =>
  Object.fromEntries(stdout.split('\n').map((line) => line.split('\t') as [string, string]))
const submit = async (): Promise<string> => {
  const answer = await fetch(`${portal}/api/v1/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(leakingMain()),
  })
  return ((await answer.json()) as { order: { number: string } }).order.number
}
const feed = (token: string) =>
  fetch(`${portal}/api/v1/exchange/events`, { headers: { authorization: `Bearer ${token}` } })
const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((done) => setTimeout(done, 50))
}

test('registered, pushed to with the printed secret, pulled with the printed token, renewed, removed', async () => {
  const added = await exchange('add', '--city', 'yantai', '--unit', 'water-supply', '--url', address())
  expect(added).toMatchObject({ code: 0 })
  const { system = '', secret = '', token = '' } = printed(added.stdout)
  expect(system).toMatch(/^yantai-water-supply-[0-9a-f]{6}$/)

  const number = await submit()
  await until(() => receiver.heard.length > 0)
  const { headers, body } = receiver.heard[0]!
  const timestamp = String(headers['x-jiesu-timestamp'])
  const mac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  expect(headers['x-jiesu-signature']).toBe(`v1=${mac}`)
  expect(headers['x-jiesu-event']).toBe('dispatched')
  expect(JSON.parse(body)).toMatchObject({ number, id: headers['x-jiesu-delivery'] })
  expect(await (await feed(token)).json()).toMatchObject({ events: [{ number }], more: false })

  const listed = await exchange('list', '--city', 'yantai')
  expect(listed.stdout).toMatch(
    new RegExp(`^${system}\\t.*\\t${address()}\\twaiting 0\\tdead 0\\tlast success 2`),
  )
  expect(listed.stdout).not.toContain(secret)
  expect((await exchange('list', '--city', 'fuzhou')).stdout).toBe('')

  const fresh = printed((await exchange('rotate', system)).stdout)
  expect(fresh['system']).toBe(system)
  expect([secret, token]).not.toContain(fresh['secret'])
  expect((await feed(token)).status).toBe(401)
  expect((await feed(fresh['token'] ?? '')).status).toBe(200)

  expect(await exchange('remove', system)).toMatchObject({ code: 0, stdout: `removed ${system}\n` })
  expect((await feed(fresh['token'] ?? '')).status).toBe(401)
  expect((await exchange('list')).stdout).toBe('')
  expect(await exchange('rotate', system)).toMatchObject({ code: 1, stdout: '' })
})

test('what was given up is listed and tried again', async () => {
  const args = ['--city', 'yantai', '--unit', 'urban-management', '--url', address(), '--name', '城管系统']
  const { system = '' } = printed((await exchange('add', ...args)).stdout)
  receiver.answer = (response) => response.writeHead(500).end()
  await submit()
  await until(() => receiver.heard.length > 0)
  const deliveries = connection.collection('exchangeDeliveries')
  await until(async () => (await deliveries.countDocuments({ system, why: 'HTTP 500' })) > 0)
  // As the last of its tries leaves it.
  await deliveries.updateMany({ system }, { $set: { state: 'dead' } })

  const dead = await exchange('dead', '--system', system)
  expect(dead.stdout).toMatch(/^\S+\tdispatched\t\d+ tries\tHTTP 500\n$/)
  const [delivery = ''] = dead.stdout.split('\t')
  expect((await exchange('dead', '--city', 'fuzhou')).stdout).toBe('')
  receiver.answer = (response) => response.writeHead(200).end()
  receiver.heard.length = 0
  expect(await exchange('replay', delivery)).toMatchObject({ code: 0, stdout: 'replayed 1\n' })
  await until(() => receiver.heard.length > 0)
  expect(await exchange('replay', '--system', system)).toMatchObject({ code: 0, stdout: 'replayed 0\n' })
  const again = await exchange('replay', delivery)
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('no dead delivery') as string })
})

test.each([
  [
    'a city that is not there',
    ['add', '--city', 'atlantis', '--unit', 'x', '--url', 'https://a.cn/'],
    /no city atlantis/,
  ],
  [
    'a unit that is not there',
    ['add', '--city', 'yantai', '--unit', 'x', '--url', 'https://a.cn/'],
    /no unit x/,
  ],
  [
    'an address that is not encrypted',
    ['add', '--city', 'yantai', '--unit', 'fire', '--url', 'http://example.gov.cn/'],
    /--url: .*use https/,
  ],
  ['a system that is not there', ['remove', 'yantai-fire-000000'], /no system yantai-fire-000000/],
  ['replaying nothing', ['replay'], /name one delivery/],
  ['replaying twice', ['replay', 'x', '--system', 'y'], /name one delivery/],
])('%s is said in one line', async (_what, args, expected) => {
  const { code, stdout, stderr } = await exchange(...args)
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(expected)
  expect(stderr).toMatch(/^jiesu: [^\n]+\n$/)
})
