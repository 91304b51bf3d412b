import type { Answers } from './answers'
import type { AppPackage } from './appPackage'
import type { CompiledView } from './compileWxml'
import type { Files } from './files'
import type { Listeners } from './listeners'
import type { Modules } from './modules'
import type { Network } from './network'
import type { PageStack } from './pages'
import type { Realm } from './realm'
import type { Records } from './records'
import type { Storage } from './storage'
import type { Timers } from './timers'

/** Everything around the app's code: what its `wx` reaches and what a test looks at. */
export interface Phone {
  appPackage: AppPackage
  view: CompiledView
  realm: Realm
  records: Records
  timers: Timers
  modules: Modules
  pages: PageStack
  answers: Answers
  network: Network
  files: Files
  listeners: Listeners
  storage: Storage
  device: Device
  launchOptions: LaunchOptions
  /** Whether the app's code is running because of a tap just now; some APIs want that. */
  tapping: boolean
  /** Runs the app's code; what it throws is recorded and goes no further. */
  guard: (where: string, run: () => unknown) => void
  /** Runs something in the next turn, or after some milliseconds; until then the app counts as busy. */
  soon: (run: () => void, delayMs?: number) => void
}

interface LaunchOptions {
  path: string
  query: Readonly<Record<string, string>>
  /** WeChat's number for the way in, 1001 for the list of mini-programs. */
  scene: number
}

/** What the phone tells about itself; a test may choose otherwise. */
export interface Device {
  platform: 'ios' | 'android' | 'devtools'
  model: string
  windowWidth: number
  windowHeight: number
  pixelRatio: number
  statusBarHeight: number
  /** The person's text size in WeChat's settings, 16 by default. */
  fontSizeSetting: number
  theme: 'light' | 'dark'
  SDKVersion: string
}
