import type { DeskCard } from '@jiesu/shared-types'
import { DESK_PRESS_WORDS, DESK_PRESSES } from '@jiesu/shared-types/vocabulary'
import { Button as Control, View } from '@tarojs/components'
import { Order, Refresh } from '@nutui/icons-react-taro'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { deskWords as words } from '../../../words/zh/desk'
import { DeskCardView } from './DeskCardView'
import type { DeskOrders, Press, Queue } from './useDeskList'
import styles from './list.module.scss'

const QUEUES: readonly Queue[] = ['mine', 'open', 'closed']

interface OrderListProps {
  list: DeskOrders
  queue: Queue
  onQueue: (queue: Queue) => void
  press: Press | undefined
  onPress: (press: Press | undefined) => void
  /** The order that is open beside the list. */
  selected: string | undefined
  showUnits: boolean
  onOpen: (order: DeskCard) => void
}

/** What waits, what is under way, what is over; the clock is the first thing to be seen of each order. */
export const OrderList = ({
  list,
  queue,
  onQueue,
  press,
  onPress,
  selected,
  showUnits,
  onOpen,
}: OrderListProps) => {
  const { orders, counts, problem, busy } = list
  return (
    <View className={styles.list}>
      <View className={styles.head}>
        <View className={styles.tabs} role="tablist" aria-label={words.orders}>
          {QUEUES.map((one) => (
            <Control
              key={one}
              id={`desk-queue-${one}`}
              className={`${styles.tab} ${one === queue ? styles.on : ''}`}
              role="tab"
              aria-selected={one === queue}
              aria-label={counts === undefined ? undefined : words.queueLabel(words.queues[one], counts[one])}
              onClick={() => onQueue(one)}
            >
              <View>{words.queues[one]}</View>
              <View className={styles.count}>{counts?.[one] ?? ''}</View>
            </Control>
          ))}
        </View>
        <Control
          id="desk-refresh"
          className={styles.refresh}
          aria-label={words.refresh}
          aria-busy={busy}
          disabled={busy}
          onClick={() => void list.reload()}
        >
          <Refresh size={18} />
        </Control>
      </View>
      <View className={styles.presses} role="group" aria-label={words.narrow}>
        {DESK_PRESSES.map((one) => (
          <Control
            key={one}
            id={`desk-press-${one}`}
            className={`${styles.press} ${one === press ? styles.pressOn : ''}`}
            aria-pressed={one === press}
            onClick={() => onPress(one === press ? undefined : one)}
          >
            {DESK_PRESS_WORDS[one]}
          </Control>
        ))}
      </View>
      {problem === undefined ? null : (
        <View className={styles.problem}>
          <ErrorState problem={problem} onRetry={() => void list.reload()} busy={busy} />
        </View>
      )}
      {orders === undefined && problem === undefined ? <Skeleton cards={4} lines={3} /> : null}
      {orders?.length === 0 ? (
        <EmptyState
          icon={<Order size={28} />}
          title={press === undefined ? words.empty[queue].title : words.nonePressing(DESK_PRESS_WORDS[press])}
        >
          {press === undefined ? words.empty[queue].help : words.nonePressingHelp}
        </EmptyState>
      ) : null}
      <View className={styles.cards} role="list">
        {(orders ?? []).map((order) => (
          <DeskCardView
            key={order.number}
            order={order}
            selected={order.number === selected}
            showUnit={showUnits}
            onOpen={() => onOpen(order)}
          />
        ))}
      </View>
      {list.hasMore ? (
        <View className={styles.more}>
          <Button id="desk-more" block busy={busy} onPress={() => void list.loadMore()}>
            {words.loadMore}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
