import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { listen } from './listen'

/** Where each one shows what it keeps. */
const MAINS = {
  wechat: 'messages',
  sms: 'messages',
  petition: 'petitions',
  places: 'spots',
  departments: 'posted',
} as const
type Main = keyof typeof MAINS

const started: ChildProcess[] = []

const start = (main: Main, ...args: string[]): ChildProcess => {
  const file = path.join(__dirname, '..', main, 'src', 'main.ts')
  const child = fork(file, args, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  started.push(child)
  return child
}

const readAll = async (stream: Readable | null): Promise<string> => {
  let text = ''
  for await (const chunk of stream ?? []) text += String(chunk)
  return text
}

const readyUrl = async (child: ChildProcess): Promise<string> => {
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk)
    const url = /^ready (http:\/\/127\.0\.0\.1:\d+)\n/.exec(text)?.[1]
    if (url) return url
  }
  throw new Error(`no ready line, but: ${text}`)
}

afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
})

test.each(Object.keys(MAINS) as Main[])(
  '%s says where it is ready, answers there, and leaves on SIGTERM',
  async (main) => {
    const child = start(main, '--port', '0')
    const url = await readyUrl(child)
    expect((await fetch(`${url}/_mock/${MAINS[main]}`)).status).toBe(200)
    const left = once(child, 'exit')
    child.kill('SIGTERM')
    expect(await left).toEqual([0, null])
  },
)

test('leaves when its parent is gone', async () => {
  const child = start('sms', '--port', '0')
  await readyUrl(child)
  const left = once(child, 'exit')
  child.disconnect()
  expect(await left).toEqual([0, null])
})

test('a taken port is one clear line and exit code 1', async () => {
  const taken = await listen((_request, response) => response.end())
  const child = start('wechat', '--port', String(taken.port))
  const [errors, exit] = await Promise.all([readAll(child.stderr), once(child, 'exit')])
  expect(errors).toBe(`mock wechat: port ${taken.port} is already taken; choose another with --port\n`)
  expect(exit).toEqual([1, null])
  await taken.stop()
})

test.each([
  [['--port', 'high'], '--port must be 0 to 65535, not "high"'],
  [['--colour', 'red'], "Unknown option '--colour'"],
])('refuses %j in one line', async (args, reason) => {
  const child = start('sms', ...args)
  const [errors, exit] = await Promise.all([readAll(child.stderr), once(child, 'exit')])
  expect(errors).toContain(`mock sms: ${reason}`)
  expect(errors.trimEnd().split('\n')).toHaveLength(1)
  expect(exit).toEqual([1, null])
})
