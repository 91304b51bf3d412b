import type { OrderView } from '@jiesu/shared-types'
import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { orderWords as words } from '../../../words/order'
import styles from './view.module.scss'

/** Beside the order on wide screens: what somebody on the phone with 12345 would need. */
export const Aside = ({ view }: { view: OrderView }) => (
  <View className={styles.aside}>
    <View className={styles.muted}>{words.number}</View>
    <View className={styles.asideNumber}>{groupOrderNumber(view.number)}</View>
    {view.unitName === undefined ? null : (
      <>
        <View className={styles.muted}>{words.unit}</View>
        <View>{view.unitName}</View>
      </>
    )}
    <View className={styles.muted}>{words.place}</View>
    <View>{view.place.words}</View>
  </View>
)
