import type { DeskOrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Choices } from '../../../ui/form/Choices'
import { TextArea, TextField } from '../../../ui/form/Field'
import { deskWords } from '../../../words/zh/desk'
import { ACTION_IDS, type BodyOf } from './deskActions'
import { FormFrame } from './FormFrame'
import {
  bodyOf,
  fieldsOf,
  type FormField,
  shownValue,
  type TableAction,
  type Values,
  wordsOf,
} from './formTable'
import { UnitField, UnitsField } from './UnitFields'
import { useActionForm, type FormProps } from './useActionForm'
import styles from './actions.module.scss'

const words = deskWords.forms
const nothing = (): Values => ({})

interface FieldProps {
  action: TableAction
  field: FormField
  order: DeskOrderView
  values: Values
  error: string | undefined
  onChange: (value: string) => void
}

const TableField = ({ action, field, order, values, error, onChange }: FieldProps) => {
  const { label, hint, ask } = wordsOf(action, field.name)
  const value = shownValue(field, values)
  const common = {
    id: `${ACTION_IDS[action]}-${field.name}`,
    label,
    hint: field.hintOf?.(order) ?? hint,
    error,
    optional: field.optional === true,
  }
  switch (field.kind) {
    case 'area':
      return (
        <TextArea {...common} maxlength={field.max} rows={field.rows} value={value} onChange={onChange} />
      )
    case 'line':
      return <TextField {...common} maxlength={field.max} value={value} onChange={onChange} />
    case 'number':
      return (
        <TextField {...common} keyboard="number" maxlength={field.max} value={value} onChange={onChange} />
      )
    case 'choice':
      return (
        <Choices
          {...common}
          choices={field.options(order)}
          chosen={value === '' ? undefined : value}
          onChoose={onChange}
        />
      )
    case 'flag':
      return (
        <Choices
          {...common}
          choices={[
            { id: 'yes', name: field.yes },
            { id: 'no', name: field.no },
          ]}
          chosen={value}
          onChoose={onChange}
        />
      )
    case 'unit':
      return <UnitField {...common} ask={ask ?? label} value={value} onChange={onChange} />
    case 'units':
      return <UnitsField {...common} ask={ask ?? label} value={value} onChange={onChange} />
  }
}

/** What was asked for, above the decision on it. */
const Asked = ({ action, order }: { action: TableAction; order: DeskOrderView }) => {
  const request = order.extensionRequest
  const returned = order.returns.at(-1)
  if ((action === 'grantExtension' || action === 'refuseExtension') && request !== undefined)
    return (
      <View id="desk-extension-request" className={styles.request}>
        <View>{words.extensionAsked(request.byWords, request.daysWords)}</View>
        <View>{words.extensionChange(request.dueWords, request.newDueWords)}</View>
        <View>{words.because(request.reason)}</View>
      </View>
    )
  if (['upholdReturn', 'refuseReturn', 'referDuty'].includes(action) && returned !== undefined)
    return (
      <View id="desk-return-request" className={styles.request}>
        <View>{words.returned(returned.unitName)}</View>
        <View>{words.because(returned.reason)}</View>
        <View>{words.evidence(returned.evidence)}</View>
      </View>
    )
  return null
}

/** The form of a step that the table describes. */
export const TableForm = ({ action, ...props }: FormProps & { action: TableAction }) => {
  const form = useActionForm(
    action,
    props,
    nothing,
    // Fields and body belong together by the table, which the compiler cannot follow into one call.
    (values) => bodyOf(action, values) as BodyOf<TableAction>,
  )
  return (
    <FormFrame action={action} form={form} onClose={props.onClose}>
      <Asked action={action} order={props.order} />
      {fieldsOf(action).map((field) => (
        <View key={field.name} className={styles.tableField}>
          <TableField
            action={action}
            field={field}
            order={props.order}
            values={form.value}
            error={form.errorAt(`/${field.name}`)}
            onChange={(value) => form.change({ [field.name]: value })}
          />
        </View>
      ))}
    </FormFrame>
  )
}
