/** What opening a page of the compiled mini-program costs: how much crosses to the view, how much is asked. */
import { join } from 'node:path'
import { launchMiniApp, type MiniApp } from '../weapp/harness'

export const WEAPP = join(__dirname, '../../miniapp/dist/weapp')

export interface Opening {
  /** Bytes of the largest single `setData`. */
  readonly largest: number
  /** Bytes of all of them. */
  readonly all: number
  readonly requests: number
}

/** Opens `url` on a fresh phone (or the one that `storage` is of) and waits until nothing is on its way. */
export const openInWeapp = async (
  baseUrl: string,
  url: string,
  storage?: MiniApp['storage'],
): Promise<Opening> => {
  let requests = 0
  const app = await launchMiniApp({
    dist: WEAPP,
    baseUrl,
    url,
    ...(storage === undefined ? {} : { storage }),
    requestHandler: (request, send) => {
      requests++
      return send(request)
    },
  })
  try {
    await app.waitFor(() => !app.network.busy && app.view().text !== '')
    await app.settle()
    const bytes = app.setDatas.map((one) => one.bytes)
    return { largest: Math.max(...bytes), all: bytes.reduce((sum, one) => sum + one, 0), requests }
  } finally {
    app.close()
  }
}
