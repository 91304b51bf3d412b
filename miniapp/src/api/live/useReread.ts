import { useCallback, useEffect, useRef } from 'react'

/** Many changes at once are read once. */
const CALM_MS = 2_000

/**
 * Gives what reads again because something changed: at once, but not while a reading is under way, and not more often
 * than every two seconds.
 * @param busy a reading is under way.
 */
export const useReread = (busy: boolean, read: () => unknown): (() => void) => {
  const now = useRef({ busy, read })
  const wanted = useRef(false)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)

  const go = useCallback(() => {
    if (!wanted.current || now.current.busy || resting.current !== undefined) return
    wanted.current = false
    resting.current = setTimeout(() => {
      resting.current = undefined
      again.current()
    }, CALM_MS)
    now.current.read()
  }, [])
  const again = useRef(go)
  useEffect(() => {
    now.current = { busy, read }
    go()
  }, [busy, read, go])
  useEffect(
    () => () => {
      clearTimeout(resting.current)
      resting.current = undefined
    },
    [],
  )
  return useCallback(() => {
    wanted.current = true
    go()
  }, [go])
}
