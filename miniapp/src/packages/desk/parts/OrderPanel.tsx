import type { DeskOrderView } from '@jiesu/shared-types'
import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Copy } from '@nutui/icons-react-taro'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { copyText } from '../../../platform/clipboard'
import { say } from '../../../platform/toast'
import { useReturn } from '../../../platform/useReturn'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { StatusTag } from '../../../ui/feedback/StatusTag'
import { Tag } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { Stack } from '../../../ui/layout/Section'
import { Clock } from '../../../ui/order/Clock'
import { commonWords } from '../../../words/zh/common'
import { deskWords as words } from '../../../words/zh/desk'
import { ActionArea } from '../actions/ActionArea'
import type { DeskAction } from '../actions/deskActions'
import { Appeal, Findings } from './Appeal'
import { ContactCard } from './ContactCard'
import { nextStep } from './nextStep'
import { Pressure } from './Pressure'
import { PetitionCard } from './PetitionCard'
import { Record } from './Record'
import styles from './order.module.scss'

interface OrderPanelProps {
  number: string
  desk: string
  /** The order is not as the list shows it any more. */
  onChanged: () => void
}

/** One order at the desk: the clock first, then what it is about, then what can be done. */
export const OrderPanel = ({ number, desk, onChanged }: OrderPanelProps) => {
  const read = useRemote(`desk-order:${desk}:${number}`, () => call('getDeskOrder', { params: { number } }))
  useReturn(() => void read.reload())
  const order = read.data
  const stale = () => {
    void read.reload()
    onChanged()
  }
  const taken = (next: DeskOrderView, action: DeskAction) => {
    read.replace(next)
    onChanged()
    say(words.done[action])
  }

  const noted = (next: DeskOrderView) => {
    read.replace(next)
    onChanged()
    say(words.petition.done)
  }

  return (
    <Stack>
      {read.problem === undefined ? null : (
        <ErrorState problem={read.problem} onRetry={() => void read.reload()} busy={read.busy} />
      )}
      {order === undefined && read.problem === undefined ? <Skeleton cards={3} lines={4} /> : null}
      {order === undefined ? null : (
        <>
          <Head order={order} />
          {order.milestones.length === 0 ? (
            <View className={styles.muted}>{words.noClockYet}</View>
          ) : (
            <Clock milestones={order.milestones} />
          )}
          <Appeal order={order} />
          <Findings order={order} />
          <PetitionCard key={`${desk}${number}petition`} order={order} desk={desk} onOrder={noted} />
          <ContactCard key={number} order={order} />
          <ActionArea key={`${desk}${number}`} order={order} desk={desk} onOrder={taken} onStale={stale}>
            <Record order={order} />
          </ActionArea>
        </>
      )}
    </Stack>
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
    {order.mergedInto === undefined ? null : (
      <View className={styles.muted}>{`${words.merged} ${groupOrderNumber(order.mergedInto)}`}</View>
    )}
  </View>
)
