import { useEffect, useState } from 'react'

/**
 * How many of a long list's items are drawn: `step` at first, then step by step all of them, so that no single drawing
 * is heavy for a slow phone.
 */
export const useGrowing = (total: number, step: number): number => {
  const [drawn, setDrawn] = useState(step)
  useEffect(() => {
    if (drawn >= total) return
    const timer = setTimeout(() => setDrawn(drawn + step))
    return () => clearTimeout(timer)
  }, [drawn, total, step])
  return drawn
}
