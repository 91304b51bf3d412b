import type { OrderView } from '@jiesu/shared-types'
import { isOrderNumber, normaliseOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Order } from '@nutui/icons-react-taro'
import { serverClock } from '../../../api/serverClock'
import { replaceWith, useQuery } from '../../../navigate'
import { focusOn } from '../../../platform/focus'
import { useShareCard } from '../../../platform/useShareCard'
import { PAGES } from '../../../routes'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
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
import { Actions, type FoldedPart, type Wanted } from './Actions'
import { Aside } from './Aside'
import { Content } from './Content'
import { Head } from './Head'
import { InformationForm } from './InformationForm'
import { isLocked, staysInSight } from './locks'
import { MoreWords } from './MoreWords'
import { News } from './News'
import { Outcome } from './Outcome'
import { Privacy } from './Privacy'
import { type FollowedOrder, useOrder } from './useOrder'
import { Unlock } from './Unlock'
import { Withdraw } from './Withdraw'
import { ContestDecline } from './ContestDecline'
import styles from './view.module.scss'

export default function OrderPage() {
  useLanguage()
  const number = normaliseOrderNumber(useQuery().number ?? '')
  const order = useOrder(isOrderNumber(number) ? number : '')
  const view = order.data
  const { problem } = order
  const locked =
    problem !== undefined && isLocked(problem) && (view === undefined || !staysInSight(problem, number))
  const [wanted, setWanted] = useState<Wanted>()
  const want = (part: FoldedPart) => {
    setWanted((before) => ({ part, time: (before?.time ?? 0) + 1 }))
    // The form is on the page in the next moment.
    setTimeout(() => focusOn(`order-${part}-text`))
  }
  // Whoever gets it finds their way by the number and still needs the query code.
  useShareCard(() => ({ title: words.share, path: `/${PAGES.order.route}?number=${number}` }))

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
        view === undefined || locked || (problem !== undefined && isLocked(problem)) ? undefined : (
          <Actions view={view} onWant={want} />
        )
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
        <Unlock number={number} again={false} onOpened={() => void order.reload()} />
      ) : view === undefined ? (
        order.problem === undefined ? (
          <Skeleton cards={3} lines={4} />
        ) : (
          <ErrorState problem={order.problem} onRetry={() => void order.reload()} busy={order.busy} />
        )
      ) : (
        <HoldPlace of={`${view.version} ${order.news.length} ${order.live} ${problem?.code ?? ''}`}>
          <Body order={order} view={view} wanted={wanted} />
        </HoldPlace>
      )}
    </Page>
  )
}

interface BodyProps {
  order: FollowedOrder
  view: OrderView
  wanted: Wanted | undefined
}

const Body = ({ order, view, wanted }: BodyProps) => {
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
      <MoreWords order={order} view={view} wanted={wanted} />
      {view.allowed.includes('withdraw') ? <Withdraw order={order} number={view.number} /> : null}
    </Stack>
  )
}
