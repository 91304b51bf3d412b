import type { StaffIdentity } from '@jiesu/shared-types'
import { readsBoard } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { call } from '../../../api/client'
import { addressOf } from '../../../navigate'
import { showAddress } from '../../../platform/address'
import { sessions } from '../../../stores/session'
import { Button } from '../../../ui/form/Button'
import { LinkTo } from '../../../ui/page/LinkTo'
import { boardWords } from '../../../words/zh/board'
import { deskWords as words } from '../../../words/zh/desk'
import styles from './workbench.module.scss'

const leave = () => {
  void call('signOut', {}, { as: 'staff' }).catch(() => undefined)
  sessions.staff.keep(null)
  showAddress(addressOf('deskOrders'))
}

/** Who works here (in the header on wide screens, above the list on phones), and the way out. Drafts stay on the device for this desk. */
export const Seat = ({ staff, onBoard = false }: { staff: StaffIdentity; onBoard?: boolean }) => (
  <View className={styles.seat}>
    <View className={styles.seatTitle}>{words.name}</View>
    <View className={styles.seatWords}>
      <View id="desk-seat" className={styles.seatPlace}>
        {staff.unit?.name ?? words.hotlineOf(staff.cityName)}
      </View>
      <View className={styles.seatName}>{staff.name}</View>
    </View>
    {readsBoard(staff.role) ? (
      <LinkTo
        id={onBoard ? 'desk-to-orders' : 'desk-to-board'}
        page={onBoard ? 'deskOrders' : 'deskBoard'}
        className={styles.seatLink}
      >
        {onBoard ? words.orders : boardWords.title}
      </LinkTo>
    ) : null}
    <Button id="desk-sign-out" kind="quiet" onPress={leave}>
      {words.signOut}
    </Button>
  </View>
)
