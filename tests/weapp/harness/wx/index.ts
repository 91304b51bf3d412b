import type { Phone } from '../phone'
import type { Fn, RealmObject } from '../realm'
import { accountApis } from './account'
import { asyncApis, type Handler } from './api'
import { canvasApis } from './canvas'
import { deviceApis } from './device'
import { fileSystemApis, USER_DATA_PATH } from './fileSystem'
import { interactionApis } from './interaction'
import { listeningApis } from './listening'
import { mediaApis } from './media'
import { navigationApis } from './navigation'
import { networkApis } from './network'
import { OFFICIAL_NAMES } from './officialNames'
import { intersectionObserver, selectorQuery } from './queries'
import { storageApis } from './storage'

/** The reason why something of WeChat cannot be used here, with its name, in errors and for the caller. */
const unmodelled =
  (phone: Phone, name: string): Fn =>
  () => {
    const message = `wx.${name} is not modelled by the harness: add it in tests/weapp/harness/wx or give it as \`apis\``
    phone.records.errors.push(new Error(message))
    throw new Error(message)
  }

/**
 * The `wx` of the app.
 * @param more asynchronous APIs of the test's own, by name; they win
 */
export const createWx = (phone: Phone, more: Record<string, Handler>): RealmObject => {
  const modelled: Record<string, Fn> = {
    ...networkApis(phone),
    ...storageApis(phone),
    ...navigationApis(phone),
    ...interactionApis(phone),
    ...accountApis(phone),
    ...deviceApis(phone),
    ...mediaApis(phone),
    ...canvasApis(phone),
    ...fileSystemApis(phone),
    ...listeningApis(phone),
    getLaunchOptionsSync: () => ({ ...phone.launchOptions, referrerInfo: {} }),
    getEnterOptionsSync: () => ({ ...phone.launchOptions, referrerInfo: {} }),
    nextTick: (callback) => phone.soon(() => phone.guard('nextTick', callback as Fn)),
    createSelectorQuery: () => selectorQuery(phone, () => phone.pages.top?.view()),
    createIntersectionObserver: () => intersectionObserver(),
    reportAnalytics: () => {},
    reportEvent: () => {},
    ...asyncApis(phone, more),
  }
  const names = new Set(Object.keys(modelled))
  modelled.canIUse = (schema) => {
    const name = String(schema).split('.')[0] ?? ''
    return names.has(name) || !OFFICIAL_NAMES.includes(name)
  }
  for (const name of OFFICIAL_NAMES) modelled[name] ??= unmodelled(phone, name)
  return phone.realm.adopt({ ...modelled, env: { USER_DATA_PATH } })
}
