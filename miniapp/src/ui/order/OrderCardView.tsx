import type { OrderCard } from '@jiesu/shared-types'
import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { StatusTag } from '../feedback/StatusTag'
import { Tag } from '../feedback/Tag'
import { lookupWords } from '../../words/lookup'
import { LinkTo } from '../page/LinkTo'
import { Countdown } from './Countdown'
import styles from './order.module.scss'

/** One order in a list: what it is about, where it is, how much time is left. */
export const OrderCardView = ({ order }: { order: OrderCard }) => (
  <LinkTo page="order" query={{ number: order.number }} id={`order-${order.number}`} className={styles.card}>
    <View className={styles.cardTop}>
      <View className={styles.cardCategory}>{order.categoryName}</View>
      <View className={styles.cardTags}>
        {order.byAgent === true ? <Tag>{lookupWords.byAgent}</Tag> : null}
        <StatusTag status={order.status} words={order.statusWords} />
      </View>
    </View>
    <View className={`${styles.cardExcerpt} secondary`}>{order.excerpt}</View>
    <View className={styles.cardSentence}>{order.sentence}</View>
    {order.nextMilestone === undefined ? null : <Countdown milestone={order.nextMilestone} compact />}
    <View className={styles.cardNumber}>{groupOrderNumber(order.number)}</View>
  </LinkTo>
)
