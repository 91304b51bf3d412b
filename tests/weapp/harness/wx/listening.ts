import type { Phone } from '../phone'
import type { Fn } from '../realm'

/** Events that a test can bring about, or that apps usually listen to and that never happen here. */
const EVENTS = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'ThemeChange',
  'NetworkStatusChange',
  'NetworkWeakChange',
  'WindowResize',
  'MemoryWarning',
  'KeyboardHeightChange',
  'UserCaptureScreen',
  'NeedPrivacyAuthorization',
  'LazyLoadError',
]

/** `wx.onX(listener)` and `wx.offX(listener)`. */
export const listeningApis = ({ listeners }: Phone): Record<string, Fn> =>
  Object.fromEntries(
    EVENTS.flatMap((event): [string, Fn][] => [
      [`on${event}`, (listener) => listeners.add(event, listener)],
      [`off${event}`, (listener) => listeners.remove(event, listener)],
    ]),
  )
