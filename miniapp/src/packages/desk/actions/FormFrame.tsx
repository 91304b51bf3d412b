import { ORDER_ACTION_WORDS, sayMoment } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { deskWords as words } from '../../../words/zh/desk'
import { ACTION_IDS, type FormAction } from './deskActions'
import type { ActionForm } from './useActionForm'
import styles from './actions.module.scss'

interface FormFrameProps {
  action: FormAction
  form: ActionForm
  onClose: () => void
  children: ReactNode
}

const clockOf = (time: number): string => sayMoment(new Date(time)).slice(-5)

/** What the step does, its fields, and one button to send it; ids are `<action>-form` and `<action>-send`. */
export const FormFrame = ({ action, form, onClose, children }: FormFrameProps) => {
  const id = ACTION_IDS[action]
  const saved = form.savedAt === undefined ? '' : words.draftAt(clockOf(form.savedAt))
  return (
    <Card
      id={`${id}-form`}
      title={ORDER_ACTION_WORDS[action]}
      action={
        <Button id={`${id}-close`} kind="quiet" small onPress={onClose}>
          {words.closeForm}
        </Button>
      }
    >
      <View className={styles.help}>{words.actionHelp[action]}</View>
      {children}
      {form.problem === undefined ? null : (
        <View className={styles.problem} role="alert">
          <ErrorState problem={form.problem} />
        </View>
      )}
      <View className={styles.send}>
        <View className={styles.saved}>{form.safe ? saved : words.draftUnsafe}</View>
        <Button id={`${id}-send`} kind="primary" busy={form.busy} onPress={form.submit}>
          {words.send[action]}
        </Button>
      </View>
    </Card>
  )
}
