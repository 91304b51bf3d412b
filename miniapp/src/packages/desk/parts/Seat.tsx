import type { StaffIdentity } from '@jiesu/shared-types'
import { keepsNews, readsBoard, worksOnKnowledge } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { call } from '../../../api/client'
import { addressOf } from '../../../navigate'
import { showAddress } from '../../../platform/address'
import { sessions } from '../../../stores/session'
import { Button } from '../../../ui/form/Button'
import { LinkTo } from '../../../ui/page/LinkTo'
import { appWords } from '../../../words/app'
import { boardWords } from '../../../words/zh/board'
import { deskWords as words } from '../../../words/zh/desk'
import { undeliveredWords } from '../../../words/zh/undelivered'
import { ownPageOf } from './useStaff'
import styles from './workbench.module.scss'

const leave = () => {
  void call('signOut', {}, { as: 'staff' }).catch(() => undefined)
  sessions.staff.keep(null)
  showAddress(addressOf('deskOrders'))
}

const LINKS = {
  deskOrders: { id: 'desk-to-orders', name: words.orders },
  deskRules: { id: 'desk-to-rules', name: appWords.titles.deskRules },
  deskBoard: { id: 'desk-to-board', name: boardWords.title },
  deskKnowledge: { id: 'desk-to-knowledge', name: appWords.titles.deskKnowledge },
  deskUndelivered: { id: 'desk-to-undelivered', name: undeliveredWords.link },
} as const
type Place = keyof typeof LINKS

/** The own page first, then what else the role looks after. */
const pagesOf = (staff: StaffIdentity): readonly Place[] => [
  ownPageOf(staff),
  ...(worksOnKnowledge(staff.role) && ownPageOf(staff) !== 'deskKnowledge'
    ? (['deskKnowledge'] as const)
    : []),
  ...(readsBoard(staff.role) ? (['deskBoard'] as const) : []),
  ...(keepsNews(staff.role) ? (['deskUndelivered'] as const) : []),
]

/** Who works here (in the header on wide screens, above the list on phones), and the way out. Drafts stay on the device for this desk. */
export const Seat = ({ staff, here = ownPageOf(staff) }: { staff: StaffIdentity; here?: Place }) => (
  <View className={styles.seat}>
    <View className={styles.seatTitle}>{words.name}</View>
    <View className={styles.seatWords}>
      <View id="desk-seat" className={styles.seatPlace}>
        {staff.unit?.name ?? words.hotlineOf(staff.cityName)}
      </View>
      <View className={styles.seatName}>{staff.name}</View>
    </View>
    {pagesOf(staff)
      .filter((page) => page !== here)
      .map((page) => (
        <LinkTo key={page} id={LINKS[page].id} page={page} className={styles.seatLink}>
          {LINKS[page].name}
        </LinkTo>
      ))}
    <Button id="desk-sign-out" kind="quiet" onPress={leave}>
      {words.signOut}
    </Button>
  </View>
)
