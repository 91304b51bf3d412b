import type { OrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { call } from '../../../api/client'
import type { Remote } from '../../../api/useRemote'
import { focusOn } from '../../../platform/focus'
import { say } from '../../../platform/toast'
import { useCommandDraft } from '../../../stores/commandDraft'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Button } from '../../../ui/form/Button'
import { TextArea } from '../../../ui/form/Field'
import { orderWords as words } from '../../../words/zh/order'
import { useOrderCommand } from './useOrderCommand'
import styles from './view.module.scss'

const TEXT_LIMIT = 2000
const emptyAnswer = () => ({ commandId: '', text: '' })

/** The field for more information; what is written stays on the device until the portal has it. */
export const InformationForm = ({ order, view }: { order: Remote<OrderView>; view: OrderView }) => {
  const draft = useCommandDraft(`information:${view.number}`, emptyAnswer)
  const { busy, problem, run } = useOrderCommand(order)
  const error = problem?.fields.find((field) => field.path === '/text')?.message
  const send = async () => {
    const { text } = draft.value
    const sent = await run(async () =>
      call('giveInformation', {
        params: { number: view.number },
        body: { commandId: await draft.idToSend(), text },
      }),
    )
    if (sent) {
      draft.clear()
      say(words.questionSent)
    } else focusOn('order-information')
  }
  return (
    <View>
      <TextArea
        id="order-information"
        label={words.questionLabel}
        maxlength={TEXT_LIMIT}
        rows={3}
        value={draft.value.text}
        error={error}
        onChange={(text) => draft.change({ text })}
      />
      {problem === undefined || error !== undefined ? null : (
        <View className={styles.gap} role="alert">
          <ErrorState problem={problem} />
        </View>
      )}
      <View className={styles.gap}>
        <Button id="order-information-send" kind="primary" block busy={busy} onPress={() => void send()}>
          {words.questionSend}
        </Button>
      </View>
    </View>
  )
}
