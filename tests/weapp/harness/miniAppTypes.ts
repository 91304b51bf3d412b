import type { Answers } from './answers'
import type { Network, NetworkSettings } from './network'
import type { Device } from './phone'
import type { RealmObject } from './realm'
import type { Records } from './records'
import type { Storage } from './storage'
import type { ViewNode } from './viewNode'
import type { Handler } from './wx/api'

export interface LaunchSettings extends NetworkSettings {
  /** Folder of the compiled mini-program, the one with app.json. */
  dist: string
  /** Where it opens, e.g. `pages/order/index?id=1`; the first page of app.json when not given. */
  url?: string
  scene?: number
  device?: Partial<Device>
  answers?: Partial<Answers>
  /** The storage of an earlier launch, for the same phone again. */
  storage?: Storage
  /** More asynchronous `wx` functions, or others than the harness has. */
  apis?: Record<string, Handler>
}

interface Waiting {
  timeoutMs?: number
}

/** A running mini-program. */
export interface MiniApp {
  /** What the top page shows now. */
  view: () => ViewNode
  /**
   * Looks again and again until `look` returns something; what it throws means "not yet".
   * @throws after 4 seconds, or `timeoutMs`, with the last reason, the errors and an outline of the page
   */
  waitFor: <T>(look: (view: ViewNode) => T, waiting?: Waiting) => Promise<NonNullable<T>>
  /** Resolves when the app only waits for the network or for a longer timer. */
  settle: () => Promise<void>
  tap: (node: ViewNode | undefined) => Promise<void>
  /** Focus, input, blur; `node` is the field or something around it. Cut at `maxlength`, by default 140. */
  input: (node: ViewNode | undefined, text: string) => Promise<void>
  /** The keyboard's done or search button. */
  confirm: (node: ViewNode | undefined) => Promise<void>
  /** For picker, switch, slider, radio-group, checkbox-group: the event `change` with this value. */
  change: (node: ViewNode | undefined, value: unknown) => Promise<void>
  /** Any other event. */
  fire: (node: ViewNode | undefined, type: string, detail?: unknown) => Promise<void>
  /** The phone's back gesture. */
  back: () => Promise<void>
  /** A tap on a tab at the bottom. */
  switchTab: (route: string) => Promise<void>
  pullDown: () => Promise<void>
  reachBottom: () => Promise<void>
  /** What the page would share: the result of its `onShareAppMessage`. */
  share: () => unknown
  background: () => Promise<void>
  foreground: () => Promise<void>
  readonly page: { route: string; query: Readonly<Record<string, string>>; title: string; data: RealmObject }
  /** Routes of the open pages, the top one last. */
  readonly stack: string[]
  readonly warnings: readonly string[]
  readonly errors: readonly Error[]
  readonly toasts: Records['toasts']
  readonly modals: Records['modals']
  readonly setDatas: Records['setDatas']
  readonly logs: Records['logs']
  /** What was on canvases when they were made into files. */
  readonly drawings: Records['drawings']
  /** Paths of pictures in the album. */
  readonly album: Records['album']
  /** Text of the loading indicator, while one is shown. */
  readonly loading: string | undefined
  readonly clipboard: string
  /** Options of every call of one `wx` function. */
  calls: (name: string) => Record<string, unknown>[]
  readonly answers: Answers
  readonly network: Network
  readonly storage: Storage
  /** Evaluates an expression in the app's realm. */
  evaluate: (expression: string) => unknown
  /** Stops timers and requests. Always call it, or the test process stays alive. */
  close: () => void
}
