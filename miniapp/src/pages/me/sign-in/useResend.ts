import { useEffect, useState } from 'react'

/** Seconds until another code can be asked for, counted down; 0 when it can be at once. */
export const useResend = () => {
  const [until, setUntil] = useState(0)
  const [now, setNow] = useState(Date.now)
  const left = Math.max(0, Math.ceil((until - now) / 1000))
  useEffect(() => {
    if (left === 0) return undefined
    const timer = setTimeout(() => setNow(Date.now()), 1000)
    return () => clearTimeout(timer)
  }, [left, now])
  return {
    left,
    start: (seconds: number) => {
      const at = Date.now()
      setNow(at)
      setUntil(at + seconds * 1000)
    },
  }
}
