import type { OrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { call } from '../../../api/client'
import type { Remote } from '../../../api/useRemote'
import { Card } from '../../../ui/layout/Card'
import { orderWords as words } from '../../../words/order'
import { TextCommand } from './TextCommand'
import styles from './view.module.scss'

/** Not agreeing with a decline: possible once, another person then looks at it. */
export const ContestDecline = ({ order, number }: { order: Remote<OrderView>; number: string }) => (
  <Card id="order-contest" title={words.contest}>
    <View className={styles.text}>{words.contestHow}</View>
    <View className={styles.gap}>
      <TextCommand
        order={order}
        id="order-contest-reason"
        draftName={`contest:${number}`}
        label={words.contestReason}
        maxlength={500}
        path="/reason"
        send={(commandId, reason) =>
          call('contestDecline', { params: { number }, body: { commandId, reason } })
        }
        sendWords={words.contestSend}
        doneWords={words.contested}
      />
    </View>
  </Card>
)
