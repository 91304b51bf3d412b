import { setImmediate as nextTurn, setTimeout } from 'node:timers'
import { agreeable } from './answers'
import { AppPackage } from './appPackage'
import { compileWxml } from './compileWxml'
import { Files } from './files'
import { untilIdle } from './idle'
import { Listeners } from './listeners'
import type { LaunchSettings } from './miniAppTypes'
import { Modules } from './modules'
import { Network } from './network'
import { PageStack, parseAddress } from './pages'
import type { Device, Phone } from './phone'
import { Realm, type Fn, type RealmObject } from './realm'
import { Records, type LogLine } from './records'
import { Storage } from './storage'
import { Timers } from './timers'
import { createWx } from './wx'

const DEVICE: Device = {
  platform: 'ios',
  model: 'iPhone 13',
  windowWidth: 390,
  windowHeight: 753,
  pixelRatio: 3,
  statusBarHeight: 47,
  fontSizeSetting: 16,
  theme: 'light',
  SDKVersion: '3.5.0',
}

const LEVELS: readonly LogLine['level'][] = ['log', 'info', 'debug', 'warn', 'error']

/** A phone with the app's code in it, before anything of the code has run. */
export interface AssembledPhone {
  phone: Phone
  wx: RealmObject
  /** Calls a lifecycle function of `App(…)`, such as `onShow`. */
  callApp: (name: string, ...args: unknown[]) => void
  /** Tells those who listen by `wx.on…`. */
  announce: (event: string, result: object) => void
  /** Resolves when the app only waits for the network or for a longer timer. */
  settle: () => Promise<void>
}

/** The globals that WeChat gives to the app's code. */
const exposeGlobals = (phone: Phone, wx: RealmObject): { application: () => RealmObject } => {
  const { realm, timers, records, modules, pages } = phone
  let application: RealmObject = realm.create(realm.adopt({}))
  realm.setGlobals({
    wx,
    console: Object.fromEntries(
      LEVELS.map((level) => [level, (...parts: unknown[]) => records.log(level, parts)]),
    ),
    setTimeout: timers.setTimeout,
    clearTimeout: timers.clear,
    setInterval: timers.setInterval,
    clearInterval: timers.clear,
    App: (definition: unknown) => {
      application = definition as RealmObject
    },
    getApp: () => application,
    getCurrentPages: () => realm.adopt(pages.objects),
    Page: (definition: unknown) => modules.register('page', definition),
    Component: (definition: unknown) => modules.register('component', definition),
    Behavior: (definition: unknown) => definition,
  })
  return { application: () => application }
}

/** @throws when there is no valid mini-program in `dist` */
export const assemblePhone = (settings: LaunchSettings): AssembledPhone => {
  const appPackage = new AppPackage(settings.dist)
  const realm = new Realm()
  const records = new Records()
  const listeners = new Listeners()
  let turns = 0

  const guard = (where: string, run: () => unknown): void => {
    try {
      run()
    } catch (error) {
      records.fail(where, error)
    }
  }
  const soon = (run: () => void, delayMs = 0): void => {
    turns++
    const turn = () => {
      turns--
      guard('harness', run)
    }
    if (delayMs > 0) setTimeout(turn, delayMs)
    else nextTurn(turn)
  }
  const announce = (event: string, result: object): void => {
    for (const listener of listeners.of(event)) guard(`on${event}`, () => listener(realm.adopt(result)))
  }
  // What WeChat wants to happen on a tap does not happen on a tap when a timer lies between.
  const runTimer = (where: string, callback: () => unknown): void => {
    const { tapping } = phone
    phone.tapping = false
    guard(where, callback)
    phone.tapping = tapping
  }

  const { route, query } = parseAddress(settings.url ?? appPackage.firstPage)
  const storage = settings.storage ?? new Storage()
  const parts: Omit<Phone, 'pages'> = {
    appPackage,
    view: compileWxml(settings.dist),
    realm,
    records,
    timers: new Timers(runTimer),
    modules: new Modules(realm, appPackage),
    answers: { ...agreeable(), ...settings.answers },
    network: new Network(settings, (status) => announce('NetworkStatusChange', status)),
    files: new Files(storage.files),
    listeners,
    storage,
    device: { ...DEVICE, ...settings.device },
    launchOptions: { path: route, query, scene: settings.scene ?? 1001 },
    tapping: false,
    guard,
    soon,
  }
  // The page stack and the phone know each other.
  const phone = parts as Phone
  phone.pages = new PageStack(phone)
  for (const warning of phone.view.warnings) records.warn(warning)

  const wx = createWx(phone, settings.apis ?? {})
  const { application } = exposeGlobals(phone, wx)
  return {
    phone,
    wx,
    announce,
    callApp: (name, ...args) => {
      const hook = application()[name]
      if (typeof hook !== 'function') return
      guard(`app ${name}`, () => (hook as Fn).apply(application(), realm.adopt(args)))
    },
    settle: async () => {
      const { pages, timers } = phone
      await untilIdle({
        pendingTurns: () => turns,
        drawing: () => pages.busy,
        nextTimer: () => timers.nextDue(),
      })
      phone.tapping = false
    },
  }
}
