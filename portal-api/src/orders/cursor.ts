/** Where a page of a list ended: the sorting time of its last order and its number, which tells equals apart. */
import { isOrderNumber } from '@jiesu/shared-types'
import { Refused } from '../platform/problems'

export interface Cursor {
  readonly at: Date
  readonly number: string
}

export const encodeCursor = ({ at, number }: Cursor): string => `${at.getTime()}-${number}`

/** @throws Refused `invalid-input` for what is no cursor. */
export const decodeCursor = (text: string | undefined): Cursor | undefined => {
  if (text === undefined) return undefined
  const [, time, number] = /^(\d{1,16})-(\d{16})$/.exec(text) ?? []
  const at = new Date(Number(time))
  if (number === undefined || Number.isNaN(at.getTime()) || !isOrderNumber(number))
    throw new Refused('invalid-input', {
      fields: [{ path: '/after', message: '请用上一页给出的 next，或去掉它从头看起' }],
    })
  return { at, number }
}
