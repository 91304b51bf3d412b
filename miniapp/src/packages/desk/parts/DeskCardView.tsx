import type { DeskCard } from '@jiesu/shared-types'
import { APPEAL_KIND_WORDS, groupOrderNumber, sayMoment } from '@jiesu/shared-types/vocabulary'
import { Button, View } from '@tarojs/components'
import { serverClock } from '../../../api/serverClock'
import { StatusTag } from '../../../ui/feedback/StatusTag'
import { Tag } from '../../../ui/feedback/Tag'
import { Countdown } from '../../../ui/order/Countdown'
import { orderWords } from '../../../words/order'
import { deskWords as words } from '../../../words/zh/desk'
import { Pressure } from './Pressure'
import styles from './list.module.scss'

interface DeskCardViewProps {
  order: DeskCard
  selected: boolean
  /** Operators see orders of all units, a unit only its own. */
  showUnit: boolean
  onOpen: () => void
}

/** One order in the workbench's list. */
export const DeskCardView = ({ order, selected, showUnit, onOpen }: DeskCardViewProps) => (
  <View role="listitem">
    <Button
      id={`desk-order-${order.number}`}
      className={`${styles.card} ${selected ? styles.selected : ''}`}
      hoverClass={styles.pressed}
      aria-current={selected}
      onClick={onOpen}
    >
      {order.nextMilestone === undefined ? (
        <View className={styles.noClock}>
          {order.status === 'submitted' ? words.noClockYet : words.noClock}
        </View>
      ) : (
        <Countdown milestone={order.nextMilestone} compact />
      )}
      <View className={styles.top}>
        <View className={styles.category}>{`${order.categoryName} · ${APPEAL_KIND_WORDS[order.kind]}`}</View>
        {order.petitionHit === true ? <Tag look="soon">{words.petition.tag}</Tag> : null}
        <StatusTag status={order.status} words={order.statusWords} />
        <Pressure order={order} />
      </View>
      <View className={styles.excerpt}>{order.excerpt}</View>
      <View className={styles.meta}>
        {[
          sayMoment(new Date(order.submittedAt), serverClock.now()),
          showUnit ? order.unitName : undefined,
          order.round > 1 ? orderWords.round(order.round) : undefined,
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <View className={styles.meta}>{groupOrderNumber(order.number)}</View>
    </Button>
  </View>
)
