import { onAppShown } from '../platform/appShown'
import { online } from '../platform/network'
import { storage } from '../platform/storage'

/** A look at the names costs nothing; the code that sends is loaded only where something may have to be sent. */
const hasDrafts = (): boolean => storage.names().some((name) => name.startsWith('draft:submission'))

const SOON_MS = 3_000
const LATEST_MS = 60_000
let again: ReturnType<typeof setTimeout> | undefined

const wake = (pause = SOON_MS): void => {
  clearTimeout(again)
  // A network that is back is the next occasion.
  if (!online.get() || !hasDrafts()) return
  void import('./run').then(
    ({ flush }) => flush(true),
    // Over a network that has only just returned the code itself may not come.
    () => {
      again = setTimeout(() => wake(Math.min(pause * 2, LATEST_MS)), pause)
    },
  )
}

/** App-wide: what waits for the network is sent when it is back, and when the app is opened or looked at again. */
wake()
onAppShown(() => wake())
online.subscribe(() => {
  if (online.get()) wake()
})
