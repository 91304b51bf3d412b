import type { OrderStatus } from '@jiesu/shared-types/vocabulary'
import { Tag, type TagLook } from './Tag'

const LOOKS: Record<OrderStatus, TagLook> = {
  submitted: 'info',
  'needs-info': 'soon',
  'awaiting-dispatch': 'info',
  dispatched: 'info',
  handling: 'info',
  replied: 'good',
  'redo-review': 'soon',
  'return-review': 'soon',
  merged: 'info',
  concluded: 'plain',
  declined: 'plain',
  withdrawn: 'plain',
}

/** Where an order rests, in the portal's words. */
export const StatusTag = ({ status, words }: { status: OrderStatus; words: string }) => (
  <Tag look={LOOKS[status]}>{words}</Tag>
)
