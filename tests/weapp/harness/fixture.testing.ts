import type { IncomingHttpHeaders } from 'node:http'
import path from 'node:path'
import { listen } from '../../../mock/support/listen'
import { launchMiniApp, type LaunchSettings, type MiniApp } from './index'

const FIXTURE = path.join(__dirname, 'fixture')
/** The origin that the fixture's requests name. */
const ORIGIN = 'https://12345.example.cn'

export interface Received {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: Buffer
}

/** A real HTTP server that keeps what it got and answers by `answer`. */
export const startServer = async (answer: (received: Received) => { status: number; body: string }) => {
  const received: Received[] = []
  const { url, stop } = await listen((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const entry = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks),
      }
      received.push(entry)
      const { status, body } = answer(entry)
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body)
    })
  })
  return { received, url, stop }
}

const running: MiniApp[] = []

/** The fixture on a phone of its own; `closeAll` in `afterEach` ends it. */
export const launchFixture = async (settings: Partial<LaunchSettings> = {}): Promise<MiniApp> => {
  const app = await launchMiniApp({
    dist: FIXTURE,
    baseUrl: 'http://127.0.0.1:9',
    appOrigin: ORIGIN,
    ...settings,
  })
  running.push(app)
  return app
}

export const closeAll = (): void => {
  for (const app of running.splice(0)) app.close()
}

/** What the fixture's own code noted in `getApp().trace`. */
export const traceOf = (app: MiniApp): string[] => [...(app.evaluate('getApp().trace') as string[])]

/** Calls one `wx` function in the app and gives what it answers by `complete`. */
export const call = async (
  app: MiniApp,
  name: string,
  options: object = {},
): Promise<Record<string, unknown>> => {
  const key = `result${Math.random().toString(36).slice(2)}`
  app.evaluate(
    `wx.${name}(Object.assign(${JSON.stringify(options)}, { complete(result) { globalThis.${key} = result } }))`,
  )
  return app.waitFor(() => app.evaluate(`globalThis.${key}`) as Record<string, unknown> | undefined)
}
