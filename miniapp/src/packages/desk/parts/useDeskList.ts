import type { DeskCard, DeskList } from '@jiesu/shared-types'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, type Input } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { online } from '../../../platform/network'

type Query = Input<'listDeskOrders'>['query']
export type Queue = NonNullable<Query['queue']>
export type Press = NonNullable<Query['press']>

const PAGE = 30
/** The portal gives at most so many at once. */
const MOST = 100

export interface DeskOrders {
  orders: readonly DeskCard[] | undefined
  counts: DeskList['counts'] | undefined
  /** There are more than those shown. */
  hasMore: boolean
  problem: ApiProblem | undefined
  busy: boolean
  reload: () => Promise<void>
  loadMore: () => Promise<void>
}

interface State {
  /** Queue and what narrows it. */
  name: string
  orders: readonly DeskCard[] | undefined
  counts: DeskList['counts'] | undefined
  next: string | undefined
  problem: ApiProblem | undefined
  busy: boolean
}

/** Orders of one queue, the most urgent first; further pages are put below. Reloading keeps as many as are shown. */
export const useDeskList = (queue: Queue, press?: Press): DeskOrders => {
  const name = `${queue} ${press ?? ''}`
  const [state, setState] = useState<State>({
    name,
    orders: undefined,
    counts: undefined,
    next: undefined,
    problem: undefined,
    busy: true,
  })
  const runs = useRef(0)
  const shown = useRef(0)
  useEffect(() => {
    shown.current = state.name === name ? (state.orders?.length ?? 0) : 0
  })

  const read = useCallback(
    async (after: string | undefined) => {
      const run = ++runs.current
      setState((before) => ({ ...before, busy: true }))
      const limit = after === undefined ? Math.min(MOST, Math.max(PAGE, shown.current)) : PAGE
      try {
        const page = await call('listDeskOrders', { query: { queue, press, after, limit } })
        if (runs.current !== run) return
        setState((before) => ({
          name,
          orders: after === undefined ? page.orders : [...(before.orders ?? []), ...page.orders],
          counts: page.counts,
          next: page.next,
          problem: undefined,
          busy: false,
        }))
      } catch (caught) {
        if (runs.current === run)
          setState((before) => ({ ...before, problem: asProblem(caught), busy: false }))
      }
    },
    [queue, press, name],
  )

  useEffect(() => {
    // The same counter drops answers that come after the component is gone.
    const counter = runs
    void read(undefined)
    return () => {
      counter.current++
    }
  }, [read])

  const unreached = state.problem?.isConnection === true
  useEffect(() => {
    if (!unreached) return undefined
    return online.subscribe(() => {
      if (online.get()) void read(undefined)
    })
  }, [unreached, read])

  const current = state.name === name
  return {
    orders: current ? state.orders : undefined,
    counts: state.counts,
    hasMore: current && state.next !== undefined,
    problem: state.problem,
    busy: state.busy,
    reload: useCallback(() => read(undefined), [read]),
    loadMore: () => read(state.next),
  }
}
