/** `npm start` keeps its processes running: what is killed comes back at its address, with everything acknowledged. */
import type { OrderReceipt } from '@jiesu/shared-types'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leakingMain } from '../support/appeals'
import { testEmbedded } from '../support/testEmbedded'

// Everything is started, as for a newcomer.
jest.setTimeout(120_000)

const root = join(__dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'js-'))
let all: ChildProcess
let url = ''
let said = ''

beforeAll(async () => {
  all = spawn(
    process.execPath,
    [join(root, 'scripts/start.mjs'), '--api-only', '--no-orders', '--port', '0', '--data', data],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const hear = (text: Buffer) => (said += String(text))
  all.stdout?.on('data', hear)
  all.stderr?.on('data', hear)
  url = await until(() => /API +(http\S+)\/api\/v1/.exec(said)?.[1])
})
afterAll(async () => {
  if (all.exitCode === null) {
    const gone = once(all, 'exit')
    all.kill('SIGTERM')
    await gone
  }
  rmSync(data, { recursive: true, force: true })
})

/** Looks until there is something; the test's own time limit ends what never comes. */
const until = async <T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** The one process whose command line has all these words. */
const pidOf = (...words: string[]): number => {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n')
  const found = lines.filter((line) => words.every((word) => line.includes(word)))
  expect(found).toHaveLength(1)
  return Number.parseInt(found[0] ?? '', 10)
}

const childOf = (parent: number, word: string): number => {
  const lines = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n')
  const found = lines.map((line) => line.trim().split(/ +/)).filter(([, ppid]) => ppid === String(parent))
  return Number(found.find((fields) => fields.some((field) => field.includes(word)))?.[0])
}

const post = async (path: string, body: object): Promise<Response | undefined> => {
  try {
    return await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return undefined
  }
}

const opens = async ({ order, queryCode }: OrderReceipt): Promise<true | undefined> =>
  (await post('/order-lookups', { number: order.number, queryCode }))?.status === 200 ? true : undefined

testEmbedded.each<[name: string, pid: () => number]>([
  ['the embedded database', () => pidOf('mock/mongo/src/main.ts', join(data, 'mongo'))],
  ['the portal', () => childOf(all.pid ?? 0, 'portal-api/src/main.ts')],
])('%s is killed: requests meanwhile fail clearly or wait, then all is as before', async (name, pid) => {
  const receipt = (await (await post('/orders', leakingMain()))?.json()) as OrderReceipt
  expect(await opens(receipt)).toBe(true)
  const killed = pid()
  process.kill(killed, 'SIGKILL')
  const meanwhile = await post('/orders', leakingMain())
  if (meanwhile !== undefined) expect([201, 503]).toContain(meanwhile.status)
  expect(await until(() => opens(receipt))).toBe(true)
  expect(pid()).not.toBe(killed)
  expect(said).toContain(`${name} ended unexpectedly (SIGKILL); it is started again.`)
})
