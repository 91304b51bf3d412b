import { useEffect, useRef, useState } from 'react'
import { call } from '../../../api/client'

/** Who reads the answer for so long has asked the question to its end; the page searches with every pause before. */
const RESTED_MS = 4000

export interface Finished {
  /** 搜索/Enter was pressed with these words. */
  readonly confirm: (words: string) => void
  /** Whoever asked goes from the answer to a person. */
  readonly leave: () => void
}

/**
 * Tells the portal once that a question has been asked to its end, and once that its answers did not solve it: so that
 * the knowledge base learns what it lacks. Nothing on the page waits for it.
 * @param asked the question whose answer is shown; undefined while there is none.
 * @param found how many answers are shown.
 */
export const useFinished = (city: string, asked: string | undefined, found: number): Finished => {
  const told = useRef(new Set<string>())
  const [confirmed, setConfirmed] = useState('')

  const tell = (outcome: 'asked' | 'unsolved') => {
    if (asked === undefined || asked === '' || told.current.has(`${outcome} ${city} ${asked}`)) return
    told.current.add(`${outcome} ${city} ${asked}`)
    call('countKnowledgeSearch', { body: { city, q: asked, outcome } }).catch(() => undefined)
  }

  useEffect(() => {
    if (asked === undefined) return undefined
    const timer = setTimeout(() => tell('asked'), confirmed === asked ? 0 : RESTED_MS)
    return () => clearTimeout(timer)
    // `tell` is another one with every drawing and always does the same.
  }, [city, asked, confirmed])

  return {
    confirm: setConfirmed,
    leave: () => {
      tell('asked')
      if (found > 0) tell('unsolved')
    },
  }
}
