/** Real processes: what cannot start says so in one line; what is killed loses no acknowledged order. */
import type { OrderReceipt } from '@jiesu/shared-types'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen, type Running as Listening } from '../../mock/support/listen'
import { connect } from '../../portal-api/src/platform/mongo/connect'
import { SETTINGS } from '../../portal-api/src/platform/settings'
import { leakingMain } from '../support/appeals'
import { jiesu, type Ran } from '../support/jiesu'
import { testEmbedded } from '../support/testEmbedded'
import { type House, makeHouse, type Running } from '../support/processes'

// Each run is a process of its own, which takes its time on a busy machine.
jest.setTimeout(120_000)

let house: House
beforeEach(() => {
  house = makeHouse()
})
afterEach(() => house.tearDown())

describe('what cannot start says why, in one line', () => {
  let occupied: Listening
  beforeAll(async () => {
    occupied = await listen(() => undefined)
  })
  afterAll(() => occupied.stop())

  /** By what is wrong: how that comes about in a data folder, and what is said to it. */
  const CASES: Record<string, [(data: string) => Record<string, string>, RegExp]> = {
    'a data folder below a file': [
      (data) => {
        writeFileSync(join(data, 'file'), 'no folder')
        return { JIESU_DATA: join(data, 'file', 'data') }
      },
      /cannot use the data folder .*file\/data/,
    ],
    'half a key': [
      (data) => {
        writeFileSync(join(data, 'secret.key'), 'aGFsZg==')
        return {}
      },
      /secret\.key does not hold a key of 32 bytes/,
    ],
    'an address that is no database': [
      () => ({ MONGODB_URI: 'http://localhost:27017' }),
      /MONGODB_URI: must start with/,
    ],
    'an address that cannot be read': [
      () => ({ MONGODB_URI: 'mongodb://:::/' }),
      /no database answers at MONGODB_URI/,
    ],
    'a database that is not there': [
      () => ({ MONGODB_URI: 'mongodb://127.0.0.1:1/jiesu' }),
      /no database answers at MONGODB_URI/,
    ],
    'no embedded engine': [() => ({}), /no database answers at MONGODB_URI/],
    'a port that is none': [() => ({ PORT: 'http' }), /PORT: /],
    'a secret that is too short': [
      () => ({ JIESU_SECRET: 'c2hvcnQ=' }),
      /JIESU_SECRET: must be 32 bytes in base64/,
    ],
    'two settings at once': [() => ({ PORT: '70000', JIESU_LOG: 'loud' }), /PORT: .*JIESU_LOG: /],
    'a taken port': [
      () => ({ MONGODB_URI: uri, PORT: String(occupied.port) }),
      /port \d+ is already in use; choose another with PORT=…\n$/,
    ],
    'an address of another machine': [
      () => ({ MONGODB_URI: uri, HOST: '192.0.2.1' }),
      /cannot listen on 192\.0\.2\.1:0: /,
    ],
    'a folder without cities': [(data) => ({ MONGODB_URI: uri, JIESU_CITIES: data }), /没有找到城市文件夹/],
    'a city that is broken': [
      (data) => {
        cpSync(join(__dirname, '../../portal-api/cities'), data, { recursive: true })
        writeFileSync(join(data, 'yantai', 'units.json'), '{"units":[')
        return { MONGODB_URI: uri, JIESU_CITIES: data }
      },
      /yantai\/units\.json: 不是完整的 JSON/,
    ],
    'no calendar': [
      (data) => ({ MONGODB_URI: uri, JIESU_CALENDAR: join(data, 'none') }),
      /none: a calendar needs/,
    ],
  }
  let uri = ''
  let engine: House
  const ran = new Map<string, Ran>()

  beforeAll(async () => {
    engine = makeHouse()
    await engine.startDatabase()
    uri = engine.uri
    const runs = Object.entries(CASES).map(async ([name, [env]]) => {
      const data = mkdtempSync(join(tmpdir(), 'jc-'))
      ran.set(
        name,
        await jiesu(['serve'], { env: { JIESU_DATA: data, PORT: '0', JIESU_H5: '', ...env(data) } }),
      )
      rmSync(data, { recursive: true })
    })
    await Promise.all(runs)
  })
  afterAll(() => engine.tearDown())

  test.each(Object.entries(CASES))('%s', (name, [, expected]) => {
    const { code, stdout, stderr } = ran.get(name)!
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(expected)
    expect(stderr).not.toMatch(/node_modules|\bat .*:\d+:\d+/)
    // A city's findings are lines of their own below the first.
    expect(stderr).toMatch(stderr.includes('城市') ? /^jiesu: [^\n]+\n[^\n]+\n$/ : /^jiesu: [^\n]+\n$/)
  })
})

test('every setting is listed, every command explained, an unknown one refused', async () => {
  const [settings, help, unknown] = await Promise.all([
    jiesu(['settings']),
    jiesu(['--help']),
    jiesu(['sreve']),
  ])
  expect(settings.code).toBe(0)
  const listed = settings.stdout.split('\n').map((line) => line.split(' ')[0])
  expect(listed).toEqual(expect.arrayContaining(Object.keys(SETTINGS)))
  expect(help).toMatchObject({ code: 0, stderr: '' })
  for (const command of ['serve', 'seed', 'check-city', 'due', 'settings'])
    expect(help.stdout).toContain(`  ${command}`)
  expect(unknown.code).toBe(1)
  expect(unknown.stderr).toContain('Did you mean serve?')
})

test('the portal stops cleanly when told to, and serves the same orders when started again', async () => {
  await house.startDatabase()
  const first = await house.startPortal()
  const receipt = (await submit(first.ready, leakingMain()))!
  expect(await first.end('SIGTERM')).toBe(0)
  const second = await house.startPortal()
  expect(await lookUp(second.ready, receipt)).toBe(200)
  expect(await second.end('SIGINT')).toBe(0)
})

/** The receipt, or undefined when nobody or a problem answered. */
const submit = async (url: string, body: object): Promise<OrderReceipt | undefined> => {
  try {
    const answer = await fetch(`${url}/api/v1/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return answer.status === 201 ? ((await answer.json()) as OrderReceipt) : undefined
  } catch {
    return undefined
  }
}

const lookUp = async (url: string, { order, queryCode }: OrderReceipt): Promise<number> => {
  const answer = await fetch(`${url}/api/v1/order-lookups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number: order.number, queryCode }),
  })
  return answer.status
}

const WORKERS = 8

/**
 * Submits from several phones at once until `enough` are acknowledged, then calls `disaster` in the middle of the
 * others. Every appeal that was sent, with its receipt if one came.
 */
const submitThrough = async (url: string, enough: number, disaster: () => Promise<unknown>) => {
  const sent: { appeal: ReturnType<typeof leakingMain>; receipt: OrderReceipt | undefined }[] = []
  let acknowledged = 0
  let struck: Promise<unknown> | undefined
  const phone = async (): Promise<void> => {
    while (struck === undefined) {
      const appeal = leakingMain()
      const receipt = await submit(url, appeal)
      sent.push({ appeal, receipt })
      if (receipt !== undefined && ++acknowledged === enough) struck = disaster()
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, phone))
  await struck
  return sent
}

/** Every acknowledged order opens; sending everything again makes each appeal one order, the acknowledged the same. */
const nothingLost = async (url: string, sent: Awaited<ReturnType<typeof submitThrough>>): Promise<void> => {
  expect(sent.filter(({ receipt }) => receipt !== undefined).length).toBeGreaterThan(0)
  for (const { appeal, receipt } of sent) {
    if (receipt !== undefined) expect(await lookUp(url, receipt)).toBe(200)
    const again = await submit(url, appeal)
    expect(again).toBeDefined()
    if (receipt !== undefined) {
      expect(again?.order.number).toBe(receipt.order.number)
      expect(again?.queryCode).toBe(receipt.queryCode)
    }
  }
  const connection = await connect(house.uri)
  const ids = sent.map(({ appeal }) => appeal.commandId)
  const kept = await connection
    .collection('orders')
    .find({ submissionId: { $in: ids } })
    .toArray()
  await connection.close()
  expect(kept.map((order) => order['submissionId'] as string).sort()).toEqual([...ids].sort())
}

test('kill -9 of the portal in the middle of submissions loses no acknowledged order', async () => {
  await house.startDatabase()
  let portal: Running = await house.startPortal()
  for (const enough of [1, 40]) {
    const sent = await submitThrough(portal.ready, enough, () => portal.end('SIGKILL'))
    portal = await house.startPortal()
    await nothingLost(portal.ready, sent)
  }
})

testEmbedded(
  'kill -9 of the database in the middle of submissions loses nothing; the portal goes on by itself',
  async () => {
    let database = await house.startEmbedded()
    const portal = await house.startPortal()
    for (const enough of [1, 40]) {
      const sent = await submitThrough(portal.ready, enough, async () => {
        await database.end('SIGKILL')
        database = await house.startEmbedded()
      })
      await nothingLost(portal.ready, sent)
    }
    expect(portal.child.exitCode).toBeNull()
  },
)
