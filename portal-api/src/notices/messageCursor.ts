/** Where a page of messages ended: the moment of its last one and its id, which tells equals apart. */
import { Refused } from '../platform/problems'

interface Place {
  /** ISO 8601. */
  readonly at: string
  /** `<number of the order, or id of what is followed>-<place of the event>`, or `<task>-0` of an error report. */
  readonly id: string
}

const parts = ({ at, id }: Place): readonly [time: number, order: string, place: number] => {
  const [order = '', place = ''] = id.split('-')
  return [Date.parse(at), order, Number(place)]
}

/** True when `a` comes after `b` in a list that begins with the newest. */
export const isBeyond = (a: Place, b: Place): boolean => {
  const [timeA, orderA, placeA] = parts(a)
  const [timeB, orderB, placeB] = parts(b)
  if (timeA !== timeB) return timeA < timeB
  return orderA === orderB ? placeA < placeB : orderA < orderB
}

export const encodeMessageCursor = ({ at, id }: Place): string => `${Date.parse(at)}-${id}`

/** @throws Refused `invalid-input` for what is no cursor. */
export const decodeMessageCursor = (text: string | undefined): Place | undefined => {
  if (text === undefined) return undefined
  const [, time, id] = /^(\d{1,15})-((?:\d{16}|[A-Z0-9]{10})-\d{1,6}|c[0-9a-f]{15}-0)$/.exec(text) ?? []
  const at = new Date(Number(time))
  if (id === undefined || Number.isNaN(at.getTime()))
    throw new Refused('invalid-input', {
      fields: [{ path: '/after', message: '请用上一页给出的 next，或去掉它从头看起' }],
    })
  return { at: at.toISOString(), id }
}
