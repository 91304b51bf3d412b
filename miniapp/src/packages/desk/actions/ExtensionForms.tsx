import { limitWords } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { TextArea, TextField } from '../../../ui/form/Field'
import { deskWords as words } from '../../../words/zh/desk'
import { FormFrame } from './FormFrame'
import { useActionForm, type FormProps } from './useActionForm'
import styles from './actions.module.scss'

/** 申请延期: how many days, within what the city offers, and why. */
export const AskExtensionForm = (props: FormProps) => {
  const form = useActionForm(
    'askExtension',
    props,
    () => ({ days: '', reason: '' }),
    // What is no number is left to the portal, which says so at the field.
    ({ days, reason }) => ({ days: Number(days.trim() === '' ? NaN : days), reason }),
  )
  const offer = props.order.extensionOffer
  return (
    <FormFrame action="askExtension" form={form} onClose={props.onClose}>
      <TextField
        id="desk-extension-days"
        label={words.extension.days}
        hint={
          offer === undefined
            ? undefined
            : words.extension.most(limitWords({ unit: offer.unit, amount: offer.mostDays }))
        }
        keyboard="number"
        maxlength={3}
        value={form.value.days}
        error={form.errorAt('/days')}
        onChange={(days) => form.change({ days })}
      />
      <TextArea
        id="desk-extension-reason"
        label={words.extension.reason}
        hint={words.extension.reasonHint}
        maxlength={500}
        rows={3}
        value={form.value.reason}
        error={form.errorAt('/reason')}
        onChange={(reason) => form.change({ reason })}
      />
    </FormFrame>
  )
}

/** What was asked for, above either decision. */
const Request = ({ order }: Pick<FormProps, 'order'>) => {
  const request = order.extensionRequest
  if (request === undefined) return null
  return (
    <View id="desk-extension-request" className={styles.request}>
      <View>{words.extension.asked(request.byWords, request.daysWords)}</View>
      <View>{words.extension.change(request.dueWords, request.newDueWords)}</View>
      <View>{words.extension.why(request.reason)}</View>
    </View>
  )
}

const noReason = () => ({ reason: '' })

/** Either decision: what was asked for, and the reason of whoever decides. */
const decisionForm = (action: 'grantExtension' | 'refuseExtension', id: string, label: string) =>
  function DecisionForm(props: FormProps) {
    const form = useActionForm(action, props, noReason, ({ reason }) => ({ reason }))
    return (
      <FormFrame action={action} form={form} onClose={props.onClose}>
        <Request order={props.order} />
        <TextArea
          id={id}
          label={label}
          hint={words.extension.decisionHint}
          maxlength={500}
          rows={2}
          value={form.value.reason}
          error={form.errorAt('/reason')}
          onChange={(reason) => form.change({ reason })}
        />
      </FormFrame>
    )
  }

export const GrantExtensionForm = decisionForm('grantExtension', 'desk-grant-reason', words.extension.grant)
export const RefuseExtensionForm = decisionForm(
  'refuseExtension',
  'desk-refuse-reason',
  words.extension.refuse,
)
