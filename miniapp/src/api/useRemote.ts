import { useCallback, useEffect, useRef, useState } from 'react'
import { online } from '../platform/network'
import { spokenLanguage, useSpokenLanguage } from '../words/language'
import { keepAnswer, type Kept, keptAnswer } from './keptAnswers'
import { asProblem, type ApiProblem } from './problem'

export interface Remote<T> {
  /** The latest known answer; it may be from the device while the portal is asked. */
  data: T | undefined
  /** When `data` was received, device time in milliseconds. */
  receivedAt: number | undefined
  /** Why the latest try failed. */
  problem: ApiProblem | undefined
  /** When that was, device time in milliseconds. */
  failedAt: number | undefined
  busy: boolean
  /** Tells whether a new answer came. */
  reload: () => Promise<boolean>
  /** Puts in an answer that came by another way, e.g. of a command. */
  replace: (data: T) => void
}

interface Options<T> {
  /**
   * Keeps the latest answer on the device, so that it can be shown without a network, with its age; a function makes
   * of it what is to be kept.
   */
  keep?: boolean | ((data: T) => T)
}

/** What was said in one language is not shown in another. */
const placeOf = (key: string): string => {
  const language = spokenLanguage()
  return language === 'zh-CN' ? key : `${language}:${key}`
}

interface State<T> {
  key: string | null
  kept: Kept<T> | undefined
  problem: ApiProblem | undefined
  failedAt: number | undefined
  busy: boolean
}

const begin = <T>(key: string | null, keep: boolean): State<T> => ({
  key,
  kept: key !== null && keep ? keptAnswer<T>(placeOf(key), Date.now()) : undefined,
  problem: undefined,
  failedAt: undefined,
  busy: key !== null,
})

/**
 * Reads something from the portal for as long as the component lives, and again once a lost network is back. `key` names what is read (a new key starts
 * afresh, `null` reads nothing); `load` is called with whatever it closes over at that moment.
 */
export const useRemote = <T>(
  key: string | null,
  load: () => Promise<T>,
  options: Options<T> = {},
): Remote<T> => {
  const keep = options.keep !== undefined && options.keep !== false
  const reduce = typeof options.keep === 'function' ? options.keep : undefined
  const [state, setState] = useState(() => begin<T>(key, keep))
  const shown = state.key === key ? state : begin<T>(key, keep)
  const language = useSpokenLanguage()
  const loader = useRef(load)
  const runs = useRef(0)
  useEffect(() => {
    loader.current = load
  })

  const put = useCallback(
    (data: T) => {
      const kept = { at: Date.now(), data }
      if (key !== null && keep)
        keepAnswer(placeOf(key), reduce === undefined ? kept : { ...kept, data: reduce(data) })
      setState({ key, kept, problem: undefined, failedAt: undefined, busy: false })
    },
    [key, keep, reduce],
  )
  const replace = useCallback(
    (data: T) => {
      // Whatever was asked before is older than this answer.
      runs.current++
      put(data)
    },
    [put],
  )

  const reload = useCallback(async () => {
    if (key === null) return false
    const run = ++runs.current
    setState((before) => ({ ...(before.key === key ? before : begin<T>(key, keep)), busy: true }))
    // An answer that was overtaken by a newer question is dropped.
    try {
      const data = await loader.current()
      if (runs.current !== run) return false
      put(data)
      return true
    } catch (caught) {
      if (runs.current === run)
        setState((before) => ({ ...before, problem: asProblem(caught), failedAt: Date.now(), busy: false }))
      return false
    }
  }, [key, keep, put])

  // Said anew in another language; until then what is there stays, so that no form is taken away under the reader.
  useEffect(() => {
    void reload()
    return () => {
      runs.current++
    }
  }, [reload, language])

  const unreached = shown.problem?.isConnection === true
  useEffect(() => {
    if (!unreached) return
    return online.subscribe(() => {
      if (online.get()) void reload()
    })
  }, [unreached, reload])

  return {
    data: shown.kept?.data,
    receivedAt: shown.kept?.at,
    problem: shown.problem,
    failedAt: shown.failedAt,
    busy: shown.busy,
    reload,
    replace,
  }
}
