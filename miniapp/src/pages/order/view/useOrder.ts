import type { OrderView, TimelineEntry } from '@jiesu/shared-types'
import { stopPullDownRefresh, useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { LiveState } from '../../../api/live/keepConnected'
import { useLive } from '../../../api/live/useLive'
import { useReread } from '../../../api/live/useReread'
import type { Remote } from '../../../api/useRemote'
import { useOrderView } from '../../../stores/orderView'
import { newsForRequester } from '../../../ui/order/newsSince'

const REFRESH_MS = 30_000

export interface FollowedOrder extends Remote<OrderView> {
  /** Whether the page keeps up to date by itself. */
  live: LiveState
  /** What others did since the page was opened or the reader took note, newest first. */
  news: readonly TimelineEntry[]
  noteNews: () => void
}

/**
 * An order, read again when the portal says that it changed; while it cannot say so every 30 s, as long as the page is
 * looked at; on return and when pulled down.
 */
export const useOrder = (number: string): FollowedOrder => {
  const order = useOrderView(number)
  const { reload, data, problem, busy } = order
  const looking = useRef(true)
  const opened = useRef(false)
  useDidShow(() => {
    looking.current = true
    if (opened.current) void reload()
    opened.current = true
  })
  useDidHide(() => {
    looking.current = false
  })
  usePullDownRefresh(() => {
    void reload().finally(() => {
      stopPullDownRefresh()
    })
  })

  const readable = data !== undefined && (problem === undefined || problem.isConnection)
  const { state, subscribe } = useLive('followOrder', readable ? number : null)
  const now = useRef({ version: 0, failed: false, polled: false })
  useEffect(() => {
    now.current = {
      version: data?.version ?? 0,
      failed: problem !== undefined,
      polled: state === 'polled',
    }
  })
  const again = useReread(busy, reload)
  useEffect(
    () =>
      subscribe((change) => {
        const { version, failed, polled } = now.current
        // A connection begins by saying the order's version: nothing has to be guessed when it opens.
        if (change === 'anything' ? polled : failed || (change.version ?? Infinity) > version) again()
      }),
    [subscribe, again],
  )
  const told = state === 'live' || state === 'polled'
  useEffect(() => {
    if (told) return
    const timer = setInterval(() => {
      if (looking.current) void reload()
    }, REFRESH_MS)
    return () => clearInterval(timer)
  }, [told, reload])

  const [known, setKnown] = useState<OrderView>()
  // What was kept on the device is not what the reader begins with.
  if (data !== undefined && !busy && known?.number !== data.number) setKnown(data)
  const news =
    known === undefined || known.number !== data?.number
      ? []
      : newsForRequester(known.timeline, data.timeline)
  return { ...order, live: state, news, noteNews: () => setKnown(data) }
}
