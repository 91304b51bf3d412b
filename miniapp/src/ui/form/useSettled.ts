import { useEffect, useState } from 'react'

/** The value as it was when it last stayed the same for `quietMs`; `null` means "not ready yet" and is waited out. */
export const useSettled = <T>(value: T | null, initial: T, quietMs = 300): T => {
  const [settled, setSettled] = useState(initial)
  useEffect(() => {
    if (value === null) return undefined
    const timer = setTimeout(() => setSettled(value), quietMs)
    return () => clearTimeout(timer)
  }, [value, quietMs])
  return settled
}
