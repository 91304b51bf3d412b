import type { DeskOrderView } from '@jiesu/shared-types'
import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Copy } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import type { Live } from '../../../api/live/useLive'
import { useRemote } from '../../../api/useRemote'
import { copyText } from '../../../platform/clipboard'
import { say } from '../../../platform/toast'
import { useReturn } from '../../../platform/useReturn'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { LiveSign } from '../../../ui/feedback/LiveSign'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { writeDraft } from '../../../stores/drafts'
import { StatusTag } from '../../../ui/feedback/StatusTag'
import { Tag } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { Stack } from '../../../ui/layout/Section'
import { Clock } from '../../../ui/order/Clock'
import { HoldPlace } from '../../../ui/page/HoldPlace'
import { commonWords } from '../../../words/common'
import { deskWords as words } from '../../../words/zh/desk'
import { ActionArea, type Begin } from '../actions/ActionArea'
import type { DeskAction } from '../actions/deskActions'
import { draftName } from '../actions/useActionForm'
import { Appeal, ContentCheckNote, Findings } from './Appeal'
import { ContactCard } from './ContactCard'
import { nextStep } from './nextStep'
import { Pressure } from './Pressure'
import { PetitionCard } from './PetitionCard'
import { OrderNews } from './OrderNews'
import { Record } from './Record'
import { SimilarOrders } from './SimilarOrders'
import { useLiveOrder } from './useLiveOrder'
import styles from './order.module.scss'

interface OrderPanelProps {
  number: string
  desk: string
  live: Live
  /** Says here whether the page keeps up to date: no list beside it does. */
  showLive?: boolean
  /** The order is not as the list shows it any more. */
  onChanged: () => void
}

/** One order at the desk: the clock first, then what it is about, then what can be done. */
export const OrderPanel = ({ number, desk, live, showLive = false, onChanged }: OrderPanelProps) => {
  const read = useRemote(`desk-order:${desk}:${number}`, () => call('getDeskOrder', { params: { number } }))
  useReturn(() => void read.reload())
  const order = read.data
  const open = useLiveOrder(number, read, live)
  const { forActions, news, gone, note, onForm } = open
  const replace = (next: DeskOrderView) => {
    read.replace(next)
    note(next)
  }
  const refresh = () => {
    live.retry()
    void read.reload()
  }
  const stale = () => {
    open.clash()
    onChanged()
  }
  const taken = (next: DeskOrderView, action: DeskAction) => {
    replace(next)
    onChanged()
    say(words.done[action])
  }

  const [begin, setBegin] = useState<Begin>()

  const noted = (next: DeskOrderView) => {
    replace(next)
    onChanged()
    say(words.petition.done)
  }

  const merge = (fields: { into: string; reason: string }) => {
    writeDraft(draftName(desk, number, 'mergeInto'), fields, Date.now())
    setBegin((before) => ({ action: 'mergeInto', at: (before?.at ?? 0) + 1 }))
  }

  return (
    <HoldPlace of={`${order?.version ?? 0} ${news.length} ${gone}`}>
      <Stack>
        {showLive ? <LiveSign id="desk-live" state={live.state} onRefresh={refresh} /> : null}
        {read.problem === undefined || gone ? null : (
          <ErrorState problem={read.problem} onRetry={() => void read.reload()} busy={read.busy} />
        )}
        {order === undefined && read.problem === undefined ? <Skeleton cards={3} lines={4} /> : null}
        {order === undefined || forActions === undefined ? null : (
          <>
            <Head order={order} />
            {order.milestones.length === 0 ? (
              <View className={styles.muted}>{words.noClockYet}</View>
            ) : (
              <Clock milestones={order.milestones} />
            )}
            <Appeal order={order} />
            <ContentCheckNote order={order} />
            <Findings order={order} />
            <PetitionCard key={`${desk}${number}petition`} order={order} desk={desk} onOrder={noted} />
            <SimilarOrders key={`${desk}${number}similar`} order={order} desk={desk} onMerge={merge} />
            <ContactCard key={number} order={order} />
            <OrderNews of={open} onSeen={() => note(order)} />
            <ActionArea
              key={`${desk}${number}`}
              order={forActions}
              desk={desk}
              onOrder={taken}
              onStale={stale}
              onForm={onForm}
              begin={begin}
            >
              <Record order={order} />
            </ActionArea>
          </>
        )}
      </Stack>
    </HoldPlace>
  )
}

const copy = async (number: string) => {
  if (await copyText(number)) say(commonWords.copied)
}

const Head = ({ order }: { order: DeskOrderView }) => (
  <View>
    <View className={styles.headTop}>
      <StatusTag status={order.status} words={order.statusWords} />
      <Pressure order={order} />
      {order.round > 1 ? <Tag look="soon">{words.roundOf(order.round, order.maxRounds)}</Tag> : null}
      <View className={styles.number}>{groupOrderNumber(order.number)}</View>
      <Button kind="quiet" small label={words.copyNumber} onPress={() => void copy(order.number)}>
        <Copy size={16} />
        {commonWords.copy}
      </Button>
    </View>
    <View id="desk-next" role="heading" aria-level={1} className={styles.sentence}>
      {nextStep(order)}
    </View>
    <View className={styles.muted}>{words.requesterReads(order.sentence)}</View>
    {order.followers === 0 ? null : <View className={styles.muted}>{words.followers(order.followers)}</View>}
    {order.watchers === 0 ? null : (
      <View id="desk-watchers" className={styles.muted}>
        {words.watchers(order.watchers)}
      </View>
    )}
    {order.mergedInto === undefined ? null : (
      <View className={styles.muted}>{`${words.merged} ${groupOrderNumber(order.mergedInto)}`}</View>
    )}
  </View>
)
