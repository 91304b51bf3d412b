import type { DeskOrderView, SimilarOrder } from '@jiesu/shared-types'
import { groupOrderNumber, sayMoment } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { call } from '../../../api/client'
import { serverClock } from '../../../api/serverClock'
import { useRemote } from '../../../api/useRemote'
import { StatusTag } from '../../../ui/feedback/StatusTag'
import { Tag } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { deskWords } from '../../../words/zh/desk'
import styles from './similar.module.scss'

const words = deskWords.similar

interface SimilarOrdersProps {
  order: DeskOrderView
  desk: string
  /** Fills the form of the merge in. */
  onMerge: (fields: { into: string; reason: string }) => void
}

/** 并单: orders that may be about the same, with why; a person compares them and decides. */
export const SimilarOrders = ({ order, desk, onMerge }: SimilarOrdersProps) => {
  const { number } = order
  const mayMerge = order.allowed.includes('mergeInto')
  const found = useRemote(mayMerge ? `similar:${desk}:${number}` : null, () =>
    call('listSimilarOrders', { params: { number } }),
  )
  const orders = found.data?.orders ?? []
  if (!mayMerge || orders.length === 0) return null
  return (
    <Card id="desk-similar" title={words.title}>
      <View className={styles.muted}>{words.help}</View>
      {orders.map((one) => (
        <Candidate
          key={one.number}
          order={one}
          onMerge={() =>
            onMerge({ into: groupOrderNumber(one.number), reason: words.reason(one.why.join('，')) })
          }
        />
      ))}
    </Card>
  )
}

const Candidate = ({ order, onMerge }: { order: SimilarOrder; onMerge: () => void }) => (
  <View id={`desk-similar-${order.number}`} className={styles.candidate}>
    <View className={styles.head}>
      <StatusTag status={order.status} words={order.statusWords} />
      <View className={styles.number}>{groupOrderNumber(order.number)}</View>
    </View>
    <View className={styles.strong}>{words.about(order.categoryName, order.placeWords)}</View>
    <View className={styles.text}>{order.excerpt}</View>
    <View className={styles.why}>
      {order.why.map((reason) => (
        <Tag key={reason} look="info">
          {reason}
        </Tag>
      ))}
    </View>
    <View className={styles.foot}>
      <View className={styles.muted}>
        {words.when(sayMoment(new Date(order.submittedAt), serverClock.now()), order.unitName ?? '')}
      </View>
      <Button
        id={`desk-merge-into-${order.number}`}
        small
        label={words.mergeLabel(groupOrderNumber(order.number))}
        onPress={onMerge}
      >
        {words.merge}
      </Button>
    </View>
  </View>
)
