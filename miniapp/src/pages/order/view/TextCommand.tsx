import type { OrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import type { Remote } from '../../../api/useRemote'
import { focusOn } from '../../../platform/focus'
import { say } from '../../../platform/toast'
import { useCommandDraft } from '../../../stores/commandDraft'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Button } from '../../../ui/form/Button'
import { TextArea } from '../../../ui/form/Field'
import { useOrderCommand } from './useOrderCommand'
import styles from './view.module.scss'

interface TextCommandProps {
  order: Remote<OrderView>
  /** Id of the field; its button is `<id>-send`. */
  id: string
  /** Under which the words stay on the device until the portal has them. */
  draftName: string
  label: string
  hint?: string
  optional?: boolean
  maxlength: number
  /** Where the contract finds the words, e.g. `/text`. */
  path: string
  send: (commandId: string, text: string) => Promise<OrderView>
  sendWords: string
  doneWords: string
  primary?: boolean
}

const nothing = () => ({ commandId: '', text: '' })

/** One step that the requester takes in words of their own; they outlive the page until they are sent. */
export const TextCommand = (props: TextCommandProps) => {
  const { order, id, path, maxlength } = props
  const draft = useCommandDraft(props.draftName, nothing)
  const { busy, problem, run } = useOrderCommand(order)
  const error = problem?.fields.find((field) => field.path === path)?.message
  const send = async () => {
    const { text } = draft.value
    const sent = await run(async () => props.send(await draft.idToSend(), text))
    if (!sent) {
      focusOn(id)
      return
    }
    draft.clear()
    say(props.doneWords)
  }
  return (
    <View>
      <TextArea
        id={id}
        label={props.label}
        hint={props.hint}
        optional={props.optional === true}
        maxlength={maxlength}
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
        <Button
          id={`${id}-send`}
          kind={props.primary === true ? 'primary' : 'secondary'}
          block={props.primary === true}
          busy={busy}
          onPress={() => void send()}
        >
          {props.sendWords}
        </Button>
      </View>
    </View>
  )
}
