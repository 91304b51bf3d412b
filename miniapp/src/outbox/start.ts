import { onAppShown } from '../platform/appShown'
import { online } from '../platform/network'
import { storage } from '../platform/storage'

/** A look at the names costs nothing; the code that sends is loaded only where something may have to be sent. */
const hasDrafts = (): boolean => storage.names().some((name) => name.startsWith('draft:submission'))

const wake = (): void => {
  if (!hasDrafts()) return
  // Without a network its file may not be there yet; the network's return is the next occasion.
  void import('./run').then(
    ({ flush }) => flush(true),
    () => undefined,
  )
}

/** App-wide: what waits for the network is sent when it is back, and when the app is opened or looked at again. */
wake()
onAppShown(wake)
online.subscribe(() => {
  if (online.get()) wake()
})
