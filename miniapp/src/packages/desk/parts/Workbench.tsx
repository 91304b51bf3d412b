import type { StaffIdentity } from '@jiesu/shared-types'
import { isUnitRole } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Order } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { useLive, type Live } from '../../../api/live/useLive'
import { addressOf, go } from '../../../navigate'
import { showAddress } from '../../../platform/address'
import { useReturn } from '../../../platform/useReturn'
import { useWide } from '../../../platform/wide'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { LiveSign } from '../../../ui/feedback/LiveSign'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { deskWords as words } from '../../../words/zh/desk'
import { OrderList } from './OrderList'
import { OrderPanel } from './OrderPanel'
import { Seat } from './Seat'
import { useDeskList, type DeskOrders, type Press, type Queue } from './useDeskList'
import { deskOf } from './useStaff'
import styles from './workbench.module.scss'

interface WorkbenchProps {
  staff: StaffIdentity
  /** The order that is open. */
  number: string | undefined
  /** Another one was chosen beside the list. */
  onChoose: (number: string) => void
}

const refresh = (live: Live, list: DeskOrders): void => {
  live.retry()
  void list.reload()
}

/** From 1024 px: the list on the left, the order on the right; a choice changes the address, not the page. */
const TwoColumns = ({ staff, number, onChoose }: WorkbenchProps) => {
  const [queue, setQueue] = useState<Queue>('mine')
  const [press, setPress] = useState<Press>()
  const live = useLive('followDesk', '')
  const list = useDeskList(queue, press, live)
  const open = (next: string) => {
    onChoose(next)
    showAddress(addressOf('deskOrder', { number: next }))
  }
  return (
    <Page title={appWords.titles.deskOrders} wide ownHeading="unseen" site={<Seat staff={staff} />}>
      <View className={styles.columns}>
        <View className={styles.left}>
          <LiveSign id="desk-live" state={live.state} onRefresh={() => refresh(live, list)} />
          <OrderList
            list={list}
            queue={queue}
            onQueue={setQueue}
            press={press}
            onPress={setPress}
            selected={number}
            showUnits={!isUnitRole(staff.role)}
            onOpen={(order) => open(order.number)}
          />
        </View>
        <View className={styles.right}>
          {number === undefined ? (
            <EmptyState icon={<Order size={28} />} title={words.pickOne}>
              {words.pickOneHelp}
            </EmptyState>
          ) : (
            <OrderPanel
              key={number}
              number={number}
              desk={deskOf(staff)}
              live={live}
              onChanged={() => void list.reload()}
            />
          )}
        </View>
      </View>
    </Page>
  )
}

const ListAlone = ({ staff }: { staff: StaffIdentity }) => {
  const [queue, setQueue] = useState<Queue>('mine')
  const [press, setPress] = useState<Press>()
  const live = useLive('followDesk', '')
  const list = useDeskList(queue, press, live)
  useReturn(() => void list.reload())
  return (
    <Page title={appWords.titles.deskOrders} ownHeading="unseen">
      <Seat staff={staff} />
      <LiveSign id="desk-live" state={live.state} onRefresh={() => refresh(live, list)} />
      <OrderList
        list={list}
        queue={queue}
        onQueue={setQueue}
        press={press}
        onPress={setPress}
        selected={undefined}
        showUnits={!isUnitRole(staff.role)}
        onOpen={(order) => go('deskOrder', { number: order.number })}
      />
    </Page>
  )
}

const OrderAlone = ({ staff, number }: { staff: StaffIdentity; number: string }) => {
  const live = useLive('followDesk', '')
  return (
    <Page title={appWords.titles.deskOrder} backTo="deskOrders" ownHeading="unseen">
      <OrderPanel number={number} desk={deskOf(staff)} live={live} showLive onChanged={() => undefined} />
    </Page>
  )
}

export const Workbench = ({ staff, number, onChoose }: WorkbenchProps) => {
  const wide = useWide()
  if (wide) return <TwoColumns staff={staff} number={number} onChoose={onChoose} />
  return number === undefined ? <ListAlone staff={staff} /> : <OrderAlone staff={staff} number={number} />
}
