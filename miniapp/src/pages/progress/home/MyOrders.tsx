import { groupOrderNumber, ORDER_SHELVES, type OrderShelf, shelfOf } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Order } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { asProblem, type ApiProblem } from '../../../api/problem'
import type { Remote } from '../../../api/useRemote'
import { go } from '../../../navigate'
import { useReturn } from '../../../platform/useReturn'
import { readFurther, useDeviceOrders, useSignedInOrders, type OrderList } from '../../../stores/myOrders'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { StaleNote } from '../../../ui/feedback/StaleNote'
import { Button } from '../../../ui/form/Button'
import { Choices } from '../../../ui/form/Choices'
import { LinkRow, Rows } from '../../../ui/layout/ListRow'
import { Section } from '../../../ui/layout/Section'
import { OrderCardView } from '../../../ui/order/OrderCardView'
import { lookupWords as words } from '../../../words/lookup'
import styles from './lookup.module.scss'

const MOST_ON_DEVICE = 10
const FILTERS = ['all', ...ORDER_SHELVES] as const

interface MyOrdersProps {
  /** All of them when absent. */
  shelf: OrderShelf | undefined
  onShelf: (shelf: OrderShelf | undefined) => void
}

/** Orders of the account, then others that were opened on this device. */
export const MyOrders = ({ shelf, onShelf }: MyOrdersProps) => {
  const mine = useSignedInOrders(shelf)
  const own = mine.data?.orders ?? []
  const device = useDeviceOrders(
    MOST_ON_DEVICE,
    own.map((order) => order.number),
  )
  const others = (device.data ?? []).filter(
    ({ card }) => shelf === undefined || (card !== undefined && shelfOf(card.status) === shelf),
  )
  useReturn(() => {
    void mine.reload()
    void device.reload()
  })
  const reading = (mine.busy && mine.data === undefined) || (device.busy && device.data === undefined)
  const problem = mine.problem ?? device.problem
  const none = own.length === 0 && others.length === 0
  const empty = !reading && problem === undefined && none
  const filters = shelf !== undefined || !none

  return (
    <>
      {filters ? (
        <View className={styles.filter}>
          <Choices
            id="progress-filter"
            label={words.filter}
            choices={FILTERS.map((id) => ({ id, name: words.shelves[id] }))}
            chosen={shelf ?? 'all'}
            onChoose={(id) => onShelf(id === 'all' ? undefined : id)}
          />
        </View>
      ) : null}
      {own.length > 0 ? (
        <Section title={words.mine}>
          {own.map((order) => (
            <OrderCardView key={order.number} order={order} />
          ))}
          {mine.data?.next === undefined ? null : (
            <Further key={shelf} mine={mine} list={mine.data} shelf={shelf} />
          )}
        </Section>
      ) : null}

      {others.length > 0 ? (
        <Section title={words.onDevice}>
          {others.map(({ number, card }) =>
            card === undefined ? (
              <Rows key={number}>
                <LinkRow
                  page="order"
                  query={{ number }}
                  title={groupOrderNumber(number)}
                  detail={words.needsCode}
                />
              </Rows>
            ) : (
              <OrderCardView key={number} order={card} />
            ),
          )}
        </Section>
      ) : null}

      {problem === undefined ? null : (
        <Section title={words.mine}>
          <ErrorState
            problem={problem}
            onRetry={() => {
              void mine.reload()
              void device.reload()
            }}
            busy={mine.busy || device.busy}
          />
          {none ? null : <StaleNote of={mine.problem === undefined ? device : mine} />}
        </Section>
      )}
      {reading ? (
        <View className={styles.reading}>
          <Section title={words.mine}>
            <Skeleton cards={2} lines={4} />
          </Section>
        </View>
      ) : null}
      {empty ? <Nothing shelf={shelf} onAll={() => onShelf(undefined)} /> : null}
    </>
  )
}

const Nothing = ({ shelf, onAll }: { shelf: OrderShelf | undefined; onAll: () => void }) => (
  <EmptyState
    icon={<Order size={28} />}
    title={shelf === undefined ? words.none : words.noneOn(words.shelves[shelf])}
    action={
      shelf === undefined ? (
        <Button kind="secondary" onPress={() => go('submit')}>
          {words.submit}
        </Button>
      ) : (
        <Button id="progress-all" kind="secondary" onPress={onAll}>
          {words.showAll}
        </Button>
      )
    }
  >
    {shelf === undefined ? words.noneDetail : undefined}
  </EmptyState>
)

interface FurtherProps {
  mine: Remote<OrderList>
  list: OrderList
  shelf: OrderShelf | undefined
}

/** Goes on where the list ends; what is shown stays when that fails. */
const Further = ({ mine, list, shelf }: FurtherProps) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const goOn = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      mine.replace(await readFurther(list, shelf))
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {problem === undefined ? null : <ErrorState problem={problem} />}
      <Button id="progress-more" block busy={busy} onPress={() => void goOn()}>
        {words.more}
      </Button>
    </>
  )
}
