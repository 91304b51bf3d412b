import type { DeskOrderView } from '@jiesu/shared-types'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Live } from '../../../api/live/useLive'
import { useReread } from '../../../api/live/useReread'
import type { Remote } from '../../../api/useRemote'
import { newsSince } from '../../../ui/order/newsSince'
import type { FormAction } from '../actions/deskActions'
import { deskTimeline } from './deskTimeline'

interface State {
  /** The order as the person last took note of it. */
  known: DeskOrderView | undefined
  /** The form that is open. */
  form: FormAction | undefined
  /** The version on which a step was refused because others had gone on: what comes after it is taken note of. */
  clashAt: number | undefined
  /** The version at which somebody else was given the order. */
  goneAt: number | undefined
}

export interface LiveOrder {
  /** For the steps: while a form is open, the order on which it was opened, whatever happens meanwhile. */
  forActions: DeskOrderView | undefined
  /** What others did since the person last took note, newest first. */
  news: readonly { id: string; title: string }[]
  /** The order went to somebody else. */
  gone: boolean
  /** The form that is open, when its step is not possible any more. */
  outdated: boolean
  /** A form is open. */
  writing: boolean
  onForm: (form: FormAction | undefined) => void
  /** The person has seen this. */
  note: (order: DeskOrderView | undefined) => void
  /** A step was refused because the order had gone on: reads it, and holds nothing back. */
  clash: () => void
}

/** Reads the open order again when it changed, and keeps what somebody is writing apart from that. */
export const useLiveOrder = (number: string, read: Remote<DeskOrderView>, live: Live): LiveOrder => {
  const { data: order, reload, busy } = read
  const [state, setState] = useState<State>({
    known: order,
    form: undefined,
    clashAt: undefined,
    goneAt: undefined,
  })
  if (state.known === undefined && order !== undefined) setState({ ...state, known: order })
  const { known = order, form, clashAt, goneAt } = state
  if (order !== undefined && clashAt !== undefined && order.version > clashAt)
    setState({ ...state, known: order, clashAt: undefined })

  const latest = useRef(order)
  useEffect(() => {
    latest.current = order
  })
  const again = useReread(busy, reload)
  const { subscribe } = live
  useEffect(
    () =>
      subscribe((change) => {
        if (change === 'anything') again()
        else if (change.number !== number) return
        else if (change.version === undefined)
          setState((before) => ({ ...before, goneAt: latest.current?.version }))
        else if (change.version > (latest.current?.version ?? 0)) again()
      }),
    [subscribe, number, again],
  )

  return {
    forActions: form === undefined ? order : known,
    news:
      known === undefined || order === undefined
        ? []
        : newsSince(deskTimeline(known.timeline), deskTimeline(order.timeline)),
    gone: order !== undefined && (goneAt === order.version || read.problem?.code === 'not-found'),
    outdated: form !== undefined && order !== undefined && !order.allowed.includes(form),
    writing: form !== undefined,
    onForm: useCallback((next: FormAction | undefined) => {
      setState((before) => ({
        ...before,
        form: next,
        // Whoever opens a form looks at the order as it is.
        known: next !== undefined && before.form === undefined ? latest.current : before.known,
      }))
    }, []),
    note: useCallback((seen: DeskOrderView | undefined) => {
      setState((before) => ({ ...before, known: seen, clashAt: undefined }))
    }, []),
    clash: useCallback(() => {
      setState((before) => ({ ...before, clashAt: before.known?.version }))
      // Overtaken by another reading it says nothing; then that one brings the newer version.
      void reload().then((answered) => {
        if (answered) setState((before) => ({ ...before, known: undefined, clashAt: undefined }))
      })
    }, [reload]),
  }
}
