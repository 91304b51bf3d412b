import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLooking } from '../../platform/looking'
import { openLiveLink } from '../../platform/liveLink'
import { commandsAnswered, streamRequest, type StreamName } from '../client'
import type { Heard, LiveLink, LiveState } from './keepConnected'

export interface Live {
  readonly state: LiveState
  /** @returns what ends it. */
  readonly subscribe: (listener: (change: Heard) => void) => () => void
  /** Tries to connect now instead of later. */
  readonly retry: () => void
}

/**
 * Hears of changes for as long as somebody looks at the page: a browser opens few connections at a time, and a page in
 * the background must not hold one. After every interruption `anything` may have happened.
 * @param number the order's, where one is followed; `null`: nothing is followed now.
 */
export const useLive = (name: StreamName, number: string | null): Live => {
  const looking = useLooking()
  const [state, setState] = useState<LiveState>('connecting')
  const listeners = useRef(new Set<(change: Heard) => void>())
  const link = useRef<LiveLink>(undefined)

  useEffect(() => {
    if (!looking || number === null) return
    let open = true
    link.current = openLiveLink(() => streamRequest(name, number), {
      state: setState,
      heard: (change) => {
        // The answer to a step of one's own comes first: that it was taken is no news.
        void commandsAnswered().then(() => {
          if (open) listeners.current.forEach((listener) => listener(change))
        })
      },
    })
    return () => {
      open = false
      link.current?.close()
      link.current = undefined
      setState('connecting')
    }
  }, [name, number, looking])

  const subscribe = useCallback((listener: (change: Heard) => void) => {
    const all = listeners.current
    all.add(listener)
    return () => {
      all.delete(listener)
    }
  }, [])
  const retry = useCallback(() => link.current?.retry(), [])
  return useMemo(() => ({ state, subscribe, retry }), [state, subscribe, retry])
}
