import type { OrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { call } from '../../../api/client'
import type { Remote } from '../../../api/useRemote'
import { say } from '../../../platform/toast'
import { useCommandDraft } from '../../../stores/commandDraft'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Button } from '../../../ui/form/Button'
import { TextArea } from '../../../ui/form/Field'
import { Card } from '../../../ui/layout/Card'
import { orderWords as words } from '../../../words/zh/order'
import { useOrderCommand } from './useOrderCommand'
import styles from './view.module.scss'

const REASON_LIMIT = 500
const emptyContest = () => ({ commandId: '', reason: '' })

/** Not agreeing with a decline: possible once, another person then looks at it. The reason stays until it is sent. */
export const ContestDecline = ({ order, number }: { order: Remote<OrderView>; number: string }) => {
  const draft = useCommandDraft(`contest:${number}`, emptyContest)
  const { busy, problem, run } = useOrderCommand(order)
  const contest = async () => {
    const { reason } = draft.value
    const done = await run(async () =>
      call('contestDecline', { params: { number }, body: { commandId: await draft.idToSend(), reason } }),
    )
    if (!done) return
    draft.clear()
    say(words.contested)
  }
  return (
    <Card id="order-contest" title={words.contest}>
      <View className={styles.text}>{words.contestHow}</View>
      <View className={styles.gap}>
        <TextArea
          id="order-contest-reason"
          label={words.contestReason}
          rows={3}
          maxlength={REASON_LIMIT}
          value={draft.value.reason}
          error={problem?.fields.find((field) => field.path === '/reason')?.message}
          onChange={(reason) => draft.change({ reason })}
        />
      </View>
      {problem === undefined || problem.fields.length > 0 ? null : (
        <View className={styles.gap} role="alert">
          <ErrorState problem={problem} />
        </View>
      )}
      <View className={styles.gap}>
        <Button id="order-contest-send" busy={busy} onPress={() => void contest()}>
          {words.contestSend}
        </Button>
      </View>
    </Card>
  )
}
