import type { OrderStatus } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import styles from './feedback.module.scss'

const LOOKS: Record<OrderStatus, 'plain' | 'info' | 'good' | 'soon'> = {
  submitted: 'info',
  'needs-info': 'soon',
  'awaiting-dispatch': 'info',
  dispatched: 'info',
  handling: 'info',
  replied: 'good',
  'redo-review': 'soon',
  concluded: 'plain',
  declined: 'plain',
  withdrawn: 'plain',
}

/** Where an order rests, in the portal's words. */
export const StatusTag = ({ status, words }: { status: OrderStatus; words: string }) => (
  <View className={`${styles.tag} ${styles[LOOKS[status]]}`}>{words}</View>
)
