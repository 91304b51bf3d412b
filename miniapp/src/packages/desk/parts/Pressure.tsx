import type { DeskCard } from '@jiesu/shared-types'
import { CARD_COLOUR_WORDS } from '@jiesu/shared-types/vocabulary'
import { Tag } from '../../../ui/feedback/Tag'
import { deskWords as words } from '../../../words/zh/desk'

/** What makes an order pressing: cards of the clock, urgency, reminders of the requester. */
export const Pressure = ({ order }: { order: Pick<DeskCard, 'card' | 'urgent' | 'reminders'> }) => (
  <>
    {order.card === undefined ? null : (
      <Tag look={order.card === 'red' ? 'late' : 'soon'}>{CARD_COLOUR_WORDS[order.card]}</Tag>
    )}
    {order.urgent ? <Tag look="late">{words.urgent}</Tag> : null}
    {order.reminders === 0 ? null : <Tag look="soon">{words.reminded(order.reminders)}</Tag>}
  </>
)
