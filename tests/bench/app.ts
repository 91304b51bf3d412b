/**
 * How fast the app is for somebody who opens it for the first time on a slow phone, beside a floor measured in the
 * same run: `npm run bench -- app [--runs 3] [--only h5|weapp] [--pages home,submit]`. Needs the builds that `npm test` makes, and Chromium.
 */
import { submitOrder } from '@jiesu/shared-types'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pages from '../../miniapp/src/pages.json'
import { leakingMain } from '../support/appeals'
import { builtH5 } from '../support/browser'
import { startPortal } from '../support/portal'
import { openInWeapp, WEAPP } from '../support/weappOpening'
import { Storage } from '../weapp/harness/storage'
import { startFloor } from './appParts/floor'
import { startMeasurer, type Visit } from './appParts/lighthouseRuns'

const NOW = '2026-11-23T10:00:00+08:00'
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const medians = (visits: readonly Visit[]): Visit => {
  const of = (field: keyof Visit) => median(visits.map((visit) => visit[field]))
  return {
    score: of('score'),
    lcp: of('lcp'),
    fcp: of('fcp'),
    tbt: of('tbt'),
    cls: of('cls'),
    bytes: of('bytes'),
    javascript: of('javascript'),
    requests: of('requests'),
  }
}

const HEAD = [
  'page',
  'score',
  'FCP ms',
  'LCP ms',
  'TBT ms',
  'CLS',
  'KiB',
  'JS KiB',
  'requests',
  'LCP ÷ floor',
]
const kib = (bytes: number) => (bytes / 1024).toFixed(1)

const row = (name: string, visit: Visit, floor: Visit): string[] => [
  name,
  String(visit.score),
  visit.fcp.toFixed(0),
  visit.lcp.toFixed(0),
  visit.tbt.toFixed(0),
  visit.cls.toFixed(3),
  kib(visit.bytes),
  kib(visit.javascript),
  String(visit.requests),
  (visit.lcp / floor.lcp).toFixed(2),
]

const measureH5 = async (runs: number, wanted: string | undefined): Promise<void> => {
  const portal = await startPortal(NOW, { settings: { JIESU_H5: builtH5() } })
  const { order } = await portal.call(submitOrder, { body: leakingMain() })
  const floor = await startFloor()
  const measurer = await startMeasurer(CHROMIUM)
  const all = {
    home: `${portal.url}/`,
    submit: `${portal.url}/submit`,
    progress: `${portal.url}/lookup`,
    order: `${portal.url}/order?number=${order.number}`,
    knowledge: `${portal.url}/knowledge`,
  }
  const names = wanted?.split(',') ?? Object.keys(all)
  const opened = {
    floor: floor.url,
    ...Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))),
  }
  const visits = Object.fromEntries(Object.keys(opened).map((name) => [name, [] as Visit[]]))
  // Round by round, so that what else the machine does falls on all pages alike.
  for (let round = 0; round < runs; round++)
    for (const [name, url] of Object.entries(opened)) visits[name]?.push(await measurer.visit(url))
  await measurer.stop()
  await floor.stop()
  await portal.stop()

  const ground = medians(visits['floor'] ?? [])
  print(`\nH5, first visit, Lighthouse mobile, medians of ${runs}:\n`)
  print(`| ${HEAD.join(' | ')} |`)
  print(`|${HEAD.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`)
  for (const [name, each] of Object.entries(visits))
    print(`| ${row(name, medians(each), ground).join(' | ')} |`)
}

const weigh = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

const measureWeapp = async (): Promise<void> => {
  const { subPackages } = JSON.parse(readFileSync(join(WEAPP, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  const beside = subPackages.map(({ root }) => ({ root, bytes: weigh(join(WEAPP, root)) }))
  const main = weigh(WEAPP) - beside.reduce((sum, { bytes }) => sum + bytes, 0)
  print(`\nMini-program: main package ${kib(main)} KiB`)
  for (const { root, bytes } of beside) print(`  ${root}: ${kib(bytes)} KiB`)

  const portal = await startPortal(NOW)
  const { order, accessToken } = await portal.call(submitOrder, { body: leakingMain() })
  const requesters = new Storage()
  requesters.set('jiesu:orders', [{ number: order.number, key: accessToken }])
  print('\n| page | largest setData, KiB | all, KiB | requests |')
  print('|---|---:|---:|---:|')
  for (const { route } of Object.values(pages).filter((page) => !page.route.startsWith('packages/'))) {
    const { largest, all, requests } = await openInWeapp(
      portal.url,
      `${route}?number=${order.number}`,
      requesters,
    )
    print(`| ${route} | ${kib(largest)} | ${kib(all)} | ${requests} |`)
  }
  await portal.stop()
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '3' }, only: { type: 'string' }, pages: { type: 'string' } },
  })
  if (values.only !== 'weapp') {
    if (existsSync(CHROMIUM)) await measureH5(Number(values.runs), values.pages)
    else print(`H5 not measured: there is no Chromium at ${CHROMIUM}. Install it, or name one in CHROMIUM.`)
  }
  if (values.only !== 'h5') {
    if (existsSync(join(WEAPP, 'app.json'))) await measureWeapp()
    else print(`Mini-program not measured: there is none in ${WEAPP}; npm test builds it.`)
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
