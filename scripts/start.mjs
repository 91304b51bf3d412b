/**
 * `npm start`: installs what is missing, builds what is stale, and runs everything on one machine: the embedded
 * database, the stand-ins for WeChat, the SMS gateway and the petition system (unless real ones are configured), three
 * units' own systems for the demo, the API with the H5 portal.
 */
import { accessSync, constants, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fail, say } from './lib/console.mjs'
import { checkNode, ensureBuilt, ensureInstalled, root } from './lib/fresh.mjs'
import { makeSupervisor } from './lib/supervise.mjs'

const HELP = `npm start [-- options]

  --port <n>     TCP port of the API and the H5 portal (default: PORT or 8080)
  --data <dir>   folder for the database and keys (default: JIESU_DATA or .data); data survive restarts
  --host <addr>  address to listen on (default: HOST or 127.0.0.1)
  --api-only     do not build or serve the H5 portal
  --database-only  run nothing but the embedded database, for backups, restores and copies
  --no-orders    do not put the demo's fictional orders into the embedded database
  --verbose      show the request log
  --help         this text

Environment (all settings: npx jiesu settings)
  MONGODB_URI    a real MongoDB instead of the embedded engine; then no demo accounts are made
  WECHAT_APPID, WECHAT_SECRET, WECHAT_TEMPLATE   a real mini-program instead of the stand-in
  SMS_BASE_URL, SMS_KEY                          a real SMS gateway instead of the stand-in
  PETITION_BASE_URL, PETITION_KEY                a real petition system instead of the stand-in`

const options = (() => {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        host: { type: 'string' },
        'api-only': { type: 'boolean', default: false },
        'database-only': { type: 'boolean', default: false },
        'no-orders': { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    return fail(`${error.message.split('.')[0]}. See: npm start -- --help`)
  }
})()

if (options.help) {
  say(HELP)
  process.exit(0)
}

checkNode()

const port = Number(options.port ?? process.env.PORT ?? 8080)
const host = options.host ?? process.env.HOST ?? '127.0.0.1'
const data = resolve(root, options.data ?? process.env.JIESU_DATA ?? '.data')

if (!Number.isInteger(port) || port < 0 || port > 65535)
  fail(`--port must be a number from 0 to 65535, not "${options.port ?? process.env.PORT}".`)

const portIsFree = () =>
  new Promise((done) => {
    const probe = createServer()
    probe.once('error', (error) => done(error.code))
    probe.listen(port, host, () => probe.close(() => done(undefined)))
  })

const taken = await portIsFree()
if (taken === 'EADDRINUSE')
  fail(`port ${port} is already in use. Choose another: npm start -- --port ${port + 1}`)
if (taken !== undefined) fail(`cannot listen on ${host}:${port} (${taken}).`)

try {
  mkdirSync(data, { recursive: true, mode: 0o700 })
  accessSync(data, constants.W_OK)
} catch (error) {
  fail(`the data folder ${data} cannot be written (${error.code}). Choose another: npm start -- --data <dir>`)
}

ensureInstalled()
if (!options['api-only'] && !options['database-only'] && !ensureBuilt('h5'))
  fail('the H5 portal could not be built; the words of the build are above.')

const supervisor = makeSupervisor({ verbose: options.verbose, giveUp: () => process.exit(1) })
let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  await supervisor.stop()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop())
const { run } = supervisor

const began = Date.now()
const embedded = !process.env.MONGODB_URI
const env = { JIESU_DATA: data, PORT: String(port), HOST: host }
if (options['api-only']) env.JIESU_H5 = ''
if (options.verbose) env.JIESU_LOG = process.env.JIESU_LOG ?? 'info'
else env.JIESU_LOG = process.env.JIESU_LOG ?? 'warn'

const startDatabase = async () => {
  if (!embedded) return
  const { createRequire } = await import('node:module')
  const require = createRequire(import.meta.url)
  require('tsx/cjs')
  const { embeddedSocket } = require('../portal-api/src/platform/settings.ts')
  const socket = embeddedSocket(data)
  await run('the embedded database', 'mock/mongo/src/main.ts', [
    '--data',
    join(data, 'mongo'),
    '--socket',
    socket,
  ])
}
const startSms = async () => {
  if (process.env.SMS_BASE_URL) return undefined
  const url = await run('the SMS stand-in', 'mock/sms/src/main.ts', ['--port', '0'])
  Object.assign(env, { SMS_BASE_URL: url, SMS_KEY: 'demo-key' })
  return url
}
const startWechat = async () => {
  if (process.env.WECHAT_APPID) return undefined
  const url = await run('the WeChat stand-in', 'mock/wechat/src/main.ts', ['--port', '0'])
  Object.assign(env, {
    WECHAT_BASE_URL: url,
    WECHAT_APPID: 'wx-demo',
    WECHAT_SECRET: 'demo-secret',
    WECHAT_TEMPLATE: 'demo-template',
  })
  return url
}
const startPetition = async () => {
  if (process.env.PETITION_BASE_URL) return undefined
  const url = await run('the petition stand-in', 'mock/petition/src/main.ts', ['--port', '0'])
  Object.assign(env, { PETITION_BASE_URL: url, PETITION_KEY: 'demo-petition-key' })
  return url
}

/** The demo registers units' systems; at a real database `jiesu exchange add` does. */
const startDepartments = async () => {
  if (!embedded || process.env.EXCHANGE_DEMO_URL) return undefined
  const url = await run('the units’ systems', 'mock/departments/src/main.ts', ['--port', '0'])
  env.EXCHANGE_DEMO_URL = url
  return url
}

if (options['database-only']) {
  if (!embedded) fail('MONGODB_URI names a database of its own; there is no embedded one to run.')
  await startDatabase()
  say(`The embedded database is running on ${data}. Ctrl-C stops it.`)
} else await startAll()

async function startAll() {
  const [, smsUrl, wechatUrl, petitionUrl, departmentsUrl] = await Promise.all([
    startDatabase(),
    startSms(),
    startWechat(),
    startPetition(),
    startDepartments(),
  ])
  const demo = ['--demo', ...(options['no-orders'] ? [] : ['--demo-orders'])]
  const url = await run('the portal', 'portal-api/src/main.ts', ['serve', ...(embedded ? demo : [])], env)

  say(`
接诉 is running (started in ${((Date.now() - began) / 1000).toFixed(1)} s). Ctrl-C stops it; data stay in ${data}.

  H5 portal        ${options['api-only'] ? '(not served: --api-only)' : `${url}/`}
  Workbench        ${options['api-only'] ? '(not served: --api-only)' : `${url}/desk`}
  API              ${url}/api/v1
  Documentation    ${url}/docs`)
  if (smsUrl) say(`  Text messages    ${smsUrl}/   (sign-in codes arrive here, not on a phone)`)
  if (wechatUrl) say(`  WeChat stand-in  ${wechatUrl}/_mock/messages`)
  if (petitionUrl)
    say(`  Petitions        ${petitionUrl}/_mock/petitions   (fictional; what appeals are compared with)`)
  if (departmentsUrl)
    say(`  Units' systems   ${departmentsUrl}/received   (what was pushed to them; see docs/exchange.md)`)
  if (embedded)
    say(`
  Demo accounts of the workbench (password: jiesu-demo)
    yantai-operator      受理员，烟台   fuzhou-operator      受理员，福州
    yantai-supervisor    督办员，烟台   fuzhou-supervisor    督办员，福州
    yantai-administrator 管理员，烟台   fuzhou-administrator 管理员，福州
    yantai-<unit>        承办单位经办   fuzhou-<unit>        e.g. yantai-water-supply; all of them: npx jiesu seed
${options['no-orders'] ? '' : '\n  The first start put fictional orders in every state into it; some are those of the citizen 13800000123.\n'}`)
  else
    say(
      '\n  Database: MONGODB_URI. Demo accounts are not made there; `npx jiesu seed` makes them on purpose.\n',
    )
}
