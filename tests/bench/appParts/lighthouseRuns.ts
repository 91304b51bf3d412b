/** Lighthouse's mobile profile (slow 4G, a processor four times slower, both simulated) in one Chromium. */
import { createServer, type AddressInfo } from 'node:net'
import type { Result } from 'lighthouse'
import { chromium } from 'playwright-core'

/** One visit of somebody who was never there. Times in milliseconds, sizes in bytes. */
export interface Visit {
  readonly score: number
  readonly lcp: number
  readonly fcp: number
  readonly tbt: number
  readonly cls: number
  readonly bytes: number
  readonly javascript: number
  readonly requests: number
}

export interface Measurer {
  visit(url: string): Promise<Visit>
  stop(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })

const TRIES = 4

interface SentFile {
  readonly transferSize?: number
  readonly resourceType?: string
}

const visitOf = ({ audits, categories }: Result): Visit => {
  const number = (id: string) => audits[id]?.numericValue ?? NaN
  const details = audits['network-requests']?.details as { items?: SentFile[] } | undefined
  const files = details?.items ?? []
  const sum = (some: readonly SentFile[]) => some.reduce((total, file) => total + (file.transferSize ?? 0), 0)
  return {
    score: Math.round((categories['performance']?.score ?? 0) * 100),
    lcp: number('largest-contentful-paint'),
    fcp: number('first-contentful-paint'),
    tbt: number('total-blocking-time'),
    cls: number('cumulative-layout-shift'),
    bytes: sum(files),
    javascript: sum(files.filter((file) => file.resourceType === 'Script')),
    requests: files.length,
  }
}

/** @throws when Chromium cannot be started. */
export const startMeasurer = async (executablePath: string): Promise<Measurer> => {
  const { default: lighthouse } = await import('lighthouse')
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--remote-debugging-port=${port}`,
    ],
  })
  const run = async (url: string): Promise<Result> => {
    const result = await lighthouse(url, {
      port,
      hostname: '127.0.0.1',
      onlyCategories: ['performance'],
      formFactor: 'mobile',
      throttlingMethod: 'simulate',
      // Lighthouse leaves these where they are; a newcomer has none.
      clearStorageTypes: ['local_storage', 'cookies', 'indexeddb', 'service_workers', 'cache_storage'],
      logLevel: 'silent',
    })
    if (result === undefined) throw new Error(`Lighthouse said nothing about ${url}`)
    return result.lhr
  }
  return {
    visit: async (url) => {
      for (let tries = 1; ; tries++) {
        const result = await run(url)
        if (result.runtimeError === undefined) return visitOf(result)
        // Now and then Chromium loses the beginning of a recording.
        if (tries === TRIES) throw new Error(`${url}: ${result.runtimeError.message}`)
      }
    },
    stop: () => browser.close(),
  }
}
