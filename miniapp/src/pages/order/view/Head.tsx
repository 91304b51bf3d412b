import type { OrderView } from '@jiesu/shared-types'
import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Refresh } from '@nutui/icons-react-taro'
import { serverClock } from '../../../api/serverClock'
import { say } from '../../../platform/toast'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { LiveSign } from '../../../ui/feedback/LiveSign'
import { Notice } from '../../../ui/feedback/Notice'
import { StatusTag } from '../../../ui/feedback/StatusTag'
import { Button } from '../../../ui/form/Button'
import { commonWords } from '../../../words/common'
import { orderWords as words } from '../../../words/order'
import { nextStep } from './nextStep'
import { isExpired } from './locks'
import { Unlock } from './Unlock'
import type { FollowedOrder } from './useOrder'
import { sayDuration, sayMoment } from '../../../words/vocabulary'
import styles from './view.module.scss'

/** The sentence on top, and how old it is when the portal cannot be reached. */
export const Head = ({ order, view }: { order: FollowedOrder; view: OrderView }) => {
  const { problem, receivedAt, failedAt, live } = order
  const refresh = async () => {
    if (await order.reload()) say(commonWords.refreshed)
  }
  return (
    <View className={styles.head}>
      {problem === undefined || receivedAt === undefined || failedAt === undefined ? null : (
        <View className={styles.stale}>
          {isExpired(problem) ? (
            <Unlock number={view.number} again onOpened={() => void order.reload()} />
          ) : problem.isConnection ? (
            <Notice tone="soon">{commonWords.lastKnown(sayDuration(failedAt - receivedAt))}</Notice>
          ) : (
            <ErrorState problem={problem} onRetry={() => void order.reload()} busy={order.busy} />
          )}
        </View>
      )}
      <LiveSign id="order-live" state={live} quiet onRefresh={() => void refresh()} />
      <View className={styles.headTop}>
        <StatusTag status={view.status} words={view.statusWords} />
        <View className={styles.category}>{view.categoryName}</View>
        <Button id="order-refresh" kind="quiet" small busy={order.busy} onPress={() => void refresh()}>
          <Refresh size={16} />
          {commonWords.refresh}
        </Button>
      </View>
      <View id="order-sentence" role="heading" aria-level={1} className={styles.sentence}>
        {view.sentence}
      </View>
      <View id="order-next" className={styles.next}>
        <View className={styles.nextTitle}>{words.next}</View>
        <View>{nextStep(view, serverClock.now())}</View>
      </View>
      <View className={styles.muted}>
        {`${groupOrderNumber(view.number)} · ${words.submittedAt(sayMoment(new Date(view.submittedAt), serverClock.now()))}`}
      </View>
    </View>
  )
}
