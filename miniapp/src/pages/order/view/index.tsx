import type { OrderView } from '@jiesu/shared-types'
import { groupOrderNumber, isOrderNumber, normaliseOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Order } from '@nutui/icons-react-taro'
import type { ApiProblem } from '../../../api/problem'
import { serverClock } from '../../../api/serverClock'
import { go, replaceWith, useQuery } from '../../../navigate'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { BottomBar } from '../../../ui/layout/BottomBar'
import { Card } from '../../../ui/layout/Card'
import { Stack } from '../../../ui/layout/Section'
import { Clock } from '../../../ui/order/Clock'
import { spokenOrder } from '../../../ui/order/spokenOrder'
import { Timeline } from '../../../ui/order/Timeline'
import { HoldPlace } from '../../../ui/page/HoldPlace'
import { Page } from '../../../ui/page/Page'
import { ReadAloud } from '../../../ui/readAloud/ReadAloud'
import { appWords } from '../../../words/app'
import { orderWords as words } from '../../../words/order'
import { useLanguage } from '../../../words/useLanguage'
import { LookupForm } from '../../progress/home/LookupForm'
import { Content } from './Content'
import { Head } from './Head'
import { InformationForm } from './InformationForm'
import { MoreWords } from './MoreWords'
import { News } from './News'
import { Outcome } from './Outcome'
import { Privacy } from './Privacy'
import { type FollowedOrder, useOrder } from './useOrder'
import { Withdraw } from './Withdraw'
import { ContestDecline } from './ContestDecline'
import styles from './view.module.scss'

/** Refusals that mean: not without proof that this is your order. */
const LOCKED: readonly ApiProblem['code'][] = [
  'sign-in-required',
  'session-expired',
  'not-found',
  'not-yours',
]

export default function OrderPage() {
  useLanguage()
  const number = normaliseOrderNumber(useQuery().number ?? '')
  const order = useOrder(isOrderNumber(number) ? number : '')
  const view = order.data
  const locked = order.problem !== undefined && LOCKED.includes(order.problem.code)
  const mayRate = view?.allowed.includes('rate') === true && !locked

  return (
    <Page
      title={appWords.titles.order}
      backTo="progress"
      ownHeading={view !== undefined && !locked}
      aside={
        locked || !isOrderNumber(number) ? undefined : view === undefined ? (
          <Skeleton lines={4} />
        ) : (
          <Aside view={view} />
        )
      }
      bottom={
        mayRate ? (
          <BottomBar>
            <View className={styles.grow}>
              <Button id="order-rate" kind="primary" block onPress={() => go('rate', { number })}>
                {words.rateNow}
              </Button>
            </View>
          </BottomBar>
        ) : undefined
      }
    >
      {!isOrderNumber(number) ? (
        <EmptyState
          icon={<Order size={28} />}
          title={words.missingNumber}
          action={<Button onPress={() => replaceWith('progress')}>{appWords.titles.progress}</Button>}
        >
          {words.missingNumberDetail}
        </EmptyState>
      ) : locked ? (
        <Card title={words.locked}>
          <View className={styles.lockedWords}>{words.lockedDetail}</View>
          <LookupForm number={number} onOpened={() => void order.reload()} />
        </Card>
      ) : view === undefined ? (
        order.problem === undefined ? (
          <Skeleton cards={3} lines={4} />
        ) : (
          <ErrorState problem={order.problem} onRetry={() => void order.reload()} busy={order.busy} />
        )
      ) : (
        <HoldPlace of={`${view.version} ${order.news.length} ${order.live}`}>
          <Body order={order} view={view} />
        </HoldPlace>
      )}
    </Page>
  )
}

const Body = ({ order, view }: { order: FollowedOrder; view: OrderView }) => {
  const mayInform = view.allowed.includes('giveInformation')
  // While it is being redone, the former reply is history: the clock comes first.
  const current = view.reply === undefined || view.reply.round === view.round
  return (
    <Stack>
      <Head order={order} view={view} />
      <ReadAloud id="order-read" compose={() => spokenOrder(view, serverClock.now())} />
      <News order={order} />
      {view.question === undefined || !mayInform ? null : (
        <Card id="order-question" title={words.question}>
          <View className={styles.question}>{view.question}</View>
          <InformationForm order={order} view={view} />
        </Card>
      )}
      {current ? <Outcome view={view} /> : null}
      {view.allowed.includes('contestDecline') ? <ContestDecline order={order} number={view.number} /> : null}
      <Clock milestones={view.milestones} />
      {current ? null : <Outcome view={view} />}
      <Card id="order-timeline" title={words.timeline}>
        <Timeline entries={view.timeline} />
      </Card>
      <Content view={view} />
      <Privacy view={view} />
      <MoreWords order={order} view={view} />
      {view.allowed.includes('withdraw') ? <Withdraw order={order} number={view.number} /> : null}
    </Stack>
  )
}

/** Beside the order on wide screens: what somebody on the phone with 12345 would need. */
const Aside = ({ view }: { view: OrderView }) => (
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
