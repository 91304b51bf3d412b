/**
 * Every setting of the portal, in one place: name, meaning, default. All come from the environment; `npm start`
 * fills in what an embedded start needs. `npx jiesu settings` prints this table.
 */
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1')
const port = z.coerce.number().int().min(0).max(65_535)

export const SETTINGS = {
  JIESU_DATA: { meaning: 'folder for the embedded database, keys and other local files', default: '.data' },
  PORT: { meaning: 'TCP port of the API and the H5 portal', default: '8080' },
  HOST: { meaning: 'address to listen on', default: '127.0.0.1' },
  MONGODB_URI: {
    meaning:
      'MongoDB (replica set or sharded cluster); default: the socket of an embedded engine in JIESU_DATA',
    default: '(socket in JIESU_DATA)',
  },
  JIESU_SECRET: {
    meaning: '32 bytes in base64 that encrypt personal data and sign links; never change it once data exist',
    default: '(made at first start, kept in JIESU_DATA/secret.key)',
  },
  JIESU_CITIES: { meaning: 'folder with one folder per city', default: '(portal-api/cities)' },
  JIESU_CALENDAR: { meaning: 'folder with one holiday notice per year', default: '(portal-api/calendar)' },
  JIESU_H5: {
    meaning: 'built H5 portal to serve at /; empty: serve the API alone',
    default: '(miniapp/dist/h5)',
  },
  JIESU_TRUST_PROXY: { meaning: '1: take the caller’s address from X-Forwarded-For', default: '0' },
  JIESU_HOURLY_SUBMISSIONS: {
    meaning: 'new orders per address and hour; mobile networks put many people behind one address',
    default: '600',
  },
  JIESU_LIVE_CONNECTIONS: {
    meaning: 'pages that one portal keeps up to date at the same time; further ones are refreshed by hand',
    default: '2000',
  },
  JIESU_LOG: { meaning: 'log level: silent, error, warn, info, debug', default: 'info' },
  WECHAT_BASE_URL: { meaning: 'WeChat’s API', default: 'https://api.weixin.qq.com' },
  WECHAT_APPID: { meaning: 'the mini-program’s appid; empty: WeChat sign-in is off', default: '' },
  WECHAT_SECRET: { meaning: 'the mini-program’s secret', default: '' },
  WECHAT_TEMPLATE: {
    meaning: 'subscribe-message template for news of an order; empty: no WeChat messages',
    default: '',
  },
  SMS_BASE_URL: { meaning: 'SMS gateway; empty: no text messages, no sign-in by phone', default: '' },
  SMS_KEY: { meaning: 'key for the SMS gateway', default: '' },
  EXCHANGE_DEMO_URL: {
    meaning:
      'where mock/departments plays units’ systems, which --demo registers; empty: none are registered',
    default: '',
  },
  PETITION_BASE_URL: {
    meaning: 'petition system (信访系统) with which appeals are compared; empty: they are not',
    default: '',
  },
  PETITION_KEY: {
    meaning: 'key shared with the petition system, 16 characters or more: makes fingerprints of people',
    default: '',
  },
  PLACES_BASE_URL: {
    meaning:
      'map service in which places are looked up that the city’s own list does not settle, e.g. https://apis.map.qq.com; what is typed as the place is sent there; empty: it never leaves',
    default: '',
  },
  PLACES_KEY: { meaning: 'key for the map service', default: '' },
  SEARCH_URL: {
    meaning:
      'OpenSearch or Elasticsearch that searches the knowledge, e.g. https://search.example:9200; what is searched for is sent there; empty: the portal’s own engine searches',
    default: '',
  },
  SEARCH_USER: { meaning: 'user of the search engine; empty: none is named', default: '' },
  SEARCH_PASSWORD: { meaning: 'that user’s password', default: '' },
  SEARCH_INDEX_PREFIX: {
    meaning:
      'what its indexes’ names begin with; portals on one database share it, all others need one of their own',
    default: 'jiesu',
  },
  SEARCH_ANALYSER: {
    meaning:
      'how it cuts Chinese texts into words: smartcn, ik_max_word or another that is installed there; cjk needs no plugin',
    default: 'smartcn',
  },
} as const satisfies Record<string, { meaning: string; default: string }>

const Environment = z.object({
  JIESU_DATA: z.string().min(1).default('.data'),
  PORT: port.default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/.+/, 'must start with mongodb:// or mongodb+srv://')
    .optional(),
  JIESU_SECRET: z
    .string()
    .refine((s) => Buffer.from(s, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  JIESU_CITIES: z.string().min(1).default(resolve(__dirname, '../../cities')),
  JIESU_CALENDAR: z.string().min(1).default(resolve(__dirname, '../../calendar')),
  JIESU_H5: z.string().default(resolve(__dirname, '../../../miniapp/dist/h5')),
  JIESU_TRUST_PROXY: flag,
  JIESU_HOURLY_SUBMISSIONS: z.coerce.number().int().min(1).default(600),
  JIESU_LIVE_CONNECTIONS: z.coerce.number().int().min(0).default(2000),
  JIESU_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  WECHAT_BASE_URL: z.url().default('https://api.weixin.qq.com'),
  WECHAT_APPID: z.string().default(''),
  WECHAT_SECRET: z.string().default(''),
  WECHAT_TEMPLATE: z.string().default(''),
  SMS_BASE_URL: z.union([z.url(), z.literal('')]).default(''),
  SMS_KEY: z.string().default(''),
  EXCHANGE_DEMO_URL: z.union([z.url(), z.literal('')]).default(''),
  PETITION_BASE_URL: z.union([z.url(), z.literal('')]).default(''),
  PETITION_KEY: z.string().default(''),
  PLACES_BASE_URL: z.union([z.url(), z.literal('')]).default(''),
  PLACES_KEY: z.string().default(''),
  SEARCH_URL: z
    .union([z.url(), z.literal('')])
    .refine(
      (url) => url === '' || !/^[^/]*\/\/[^/]*@/.test(url),
      'user and password stand in SEARCH_USER and SEARCH_PASSWORD',
    )
    .default(''),
  SEARCH_USER: z.string().default(''),
  SEARCH_PASSWORD: z.string().default(''),
  SEARCH_INDEX_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,59}$/, 'lower-case letters, digits, - and _, at most 60')
    .default('jiesu'),
  SEARCH_ANALYSER: z
    .string()
    .regex(/^[a-z0-9_]{1,60}$/, 'the name of an analyser')
    .default('smartcn'),
})

/** With a key that can be guessed, a fingerprint of a telephone number is as good as the number. */
const LEAST_KEY = 16
const Consistent = Environment.refine(
  (given) => given.PETITION_BASE_URL === '' || given.PETITION_KEY.length >= LEAST_KEY,
  { path: ['PETITION_KEY'], error: `at least ${LEAST_KEY} characters are needed with PETITION_BASE_URL` },
).refine((given) => given.PLACES_BASE_URL === '' || given.PLACES_KEY !== '', {
  path: ['PLACES_KEY'],
  error: 'is needed with PLACES_BASE_URL',
})

export type Settings = Omit<z.infer<typeof Environment>, 'MONGODB_URI'> & { readonly MONGODB_URI: string }

/** Longest path a unix socket may have on Linux and macOS. */
const SOCKET_PATH_LIMIT = 100

/** Where an embedded engine for this data folder listens. Long folder names get a short stand-in. */
export const embeddedSocket = (dataFolder: string): string => {
  const inside = join(resolve(dataFolder), 'mongo.sock')
  if (inside.length <= SOCKET_PATH_LIMIT) return inside
  const short = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16)
  return join(tmpdir(), `jiesu-${short}`, 'mongo.sock')
}

export const embeddedUri = (dataFolder: string): string =>
  `mongodb://${encodeURIComponent(embeddedSocket(dataFolder))}/jiesu`

/** A setting that cannot be used; the message is one line for an operator. */
export class SettingsError extends Error {}

/**
 * @throws SettingsError naming every unusable setting in one line.
 */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const given = Object.fromEntries(
    Object.keys(SETTINGS)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Consistent.safeParse({
    ...(environment['JIESU_H5'] === '' ? { JIESU_H5: '' } : {}),
    ...given,
  })
  if (!parsed.success)
    throw new SettingsError(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '))
  return { ...parsed.data, MONGODB_URI: parsed.data.MONGODB_URI ?? embeddedUri(parsed.data.JIESU_DATA) }
}
