import { isOpen } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useReturn } from '../../../platform/useReturn'
import { useDeviceOrders, useSignedInOrders } from '../../../stores/myOrders'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Section } from '../../../ui/layout/Section'
import { OrderCardView } from '../../../ui/order/OrderCardView'
import { LinkTo } from '../../../ui/page/LinkTo'
import { homeWords as words } from '../../../words/home'
import styles from './home.module.scss'

const SHOWN = 3
/** Among the newest orders some may be over. */
const ASKED = 6

/** Orders that are still under way, with their countdown; nothing while there are none. */
export const MyOpenOrders = () => {
  const mine = useSignedInOrders()
  const own = mine.data?.orders ?? []
  const device = useDeviceOrders(
    ASKED,
    own.map((order) => order.number),
  )
  useReturn(() => {
    void mine.reload()
    void device.reload()
  })
  if (mine.data === undefined && device.data === undefined && (mine.busy || device.busy))
    return (
      <Section title={words.ordersTitle}>
        <Skeleton cards={SHOWN} lines={6} />
      </Section>
    )
  const others = (device.data ?? []).flatMap(({ card }) => (card === undefined ? [] : [card]))
  const open = [...own, ...others].filter((order) => isOpen(order.status)).slice(0, SHOWN)
  if (open.length === 0) return null
  return (
    <Section
      title={words.ordersTitle}
      action={
        <LinkTo page="progress" className={styles.more}>
          {words.ordersAll}
        </LinkTo>
      }
    >
      {open.map((order) => (
        <View key={order.number}>
          <OrderCardView order={order} />
        </View>
      ))}
    </Section>
  )
}
