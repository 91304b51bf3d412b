import type { OrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { call } from '../../../api/client'
import type { Remote } from '../../../api/useRemote'
import { say } from '../../../platform/toast'
import { useCommandDraft } from '../../../stores/commandDraft'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { TextField } from '../../../ui/form/Field'
import { orderWords as words } from '../../../words/order'
import { useOrderCommand } from './useOrderCommand'
import styles from './view.module.scss'

const REASON_LIMIT = 300
const emptyWithdrawal = () => ({ commandId: '', reason: '', asked: false })

/** Taking the appeal back: asked once more in place, because it cannot be undone. The reason outlives the page. */
export const Withdraw = ({ order, number }: { order: Remote<OrderView>; number: string }) => {
  const draft = useCommandDraft(`withdrawal:${number}`, emptyWithdrawal)
  const { reason, asked } = draft.value
  const { busy, problem, run } = useOrderCommand(order)
  const withdraw = async () => {
    const done = await run(async () =>
      call('withdrawOrder', { params: { number }, body: { commandId: await draft.idToSend(), reason } }),
    )
    if (!done) return
    draft.clear()
    say(words.withdrawn)
  }
  if (!asked)
    return (
      <Button id="order-withdraw" kind="quiet" onPress={() => draft.change({ asked: true })}>
        {words.withdraw}
      </Button>
    )
  return (
    <Notice
      id="order-withdraw-sure"
      tone="soon"
      title={words.withdraw}
      actions={
        <>
          <Button id="order-withdraw-yes" kind="danger" busy={busy} onPress={() => void withdraw()}>
            {words.withdrawYes}
          </Button>
          <Button id="order-withdraw-no" onPress={() => draft.change({ asked: false })}>
            {words.withdrawNo}
          </Button>
        </>
      }
    >
      <View>{words.withdrawSure}</View>
      <View className={styles.gap}>
        <TextField
          id="order-withdraw-reason"
          label={words.withdrawReason}
          optional
          maxlength={REASON_LIMIT}
          value={reason}
          onChange={(text) => draft.change({ reason: text })}
        />
      </View>
      {problem === undefined ? null : (
        <View className={styles.gap} role="alert">
          <ErrorState problem={problem} />
        </View>
      )}
    </Notice>
  )
}
