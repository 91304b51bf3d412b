import type { DispatchOption } from '@jiesu/shared-types'
import { Button as Control, View } from '@tarojs/components'
import { Close } from '@nutui/icons-react-taro'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Choices } from '../../../ui/form/Choices'
import { TextArea } from '../../../ui/form/Field'
import { PickOne } from '../../../ui/form/PickOne'
import { deskWords } from '../../../words/zh/desk'
import { FormFrame } from './FormFrame'
import { useActionForm, type FormProps } from './useActionForm'
import styles from './actions.module.scss'

const words = deskWords.dispatch
const OTHER = 'other'

interface Fields {
  /** Row of the catalogue that was chosen, or `other`. */
  option: string
  unit: string
  coUnits: string[]
  reason: string
}
const nothing = (): Fields => ({ option: '', unit: '', coUnits: [], reason: '' })

const explain = ({ reason, row, coUnits }: DispatchOption): string =>
  [reason, coUnits.length === 0 ? '' : words.together(coUnits.map((unit) => unit.name).join('、')), row]
    .filter((part) => part !== '')
    .join('；')

/** 派单: the catalogue's suggestions with their reasons, or any unit of the city. */
export const DispatchForm = (props: FormProps) => {
  const form = useActionForm('dispatch', props, nothing, ({ unit, coUnits, reason }) => ({
    unit,
    coUnits,
    reason,
  }))
  const units = useRemote('desk-units', async () => (await call('listUnits', {})).units)
  const { option, unit, coUnits, reason } = form.value
  const options = props.order.dispatchOptions
  const free = options.length === 0 || option === OTHER
  const nameOf = (id: string) =>
    (units.data ?? []).find((one) => one.id === id)?.name ??
    options.flatMap((one) => [one.unit, ...one.coUnits]).find((one) => one.id === id)?.name ??
    id
  const groups = (without: readonly string[]) => [
    { id: 'units', name: '', options: (units.data ?? []).filter(({ id }) => !without.includes(id)) },
  ]

  const choose = (id: string) => {
    const chosen = options[Number(id)]
    if (chosen === undefined) {
      form.change({ option: OTHER, unit: '' })
      return
    }
    const untouched = reason.trim() === '' || options.some((one) => one.reason === reason)
    form.change({
      option: chosen.row,
      unit: chosen.unit.id,
      coUnits: chosen.coUnits.map(({ id }) => id),
      ...(untouched ? { reason: chosen.reason } : {}),
    })
  }

  return (
    <FormFrame action="dispatch" form={form} onClose={props.onClose}>
      {options.length === 0 ? (
        <View className={styles.help}>{words.noOptions}</View>
      ) : (
        <Choices
          id="desk-dispatch-option"
          label={words.options}
          stacked
          choices={[
            ...options.map((one, at) => ({ id: String(at), name: one.unit.name, explanation: explain(one) })),
            { id: OTHER, name: words.otherUnit },
          ]}
          chosen={option === OTHER ? OTHER : String(options.findIndex((one) => one.row === option))}
          error={free ? undefined : form.errorAt('/unit')}
          onChoose={choose}
        />
      )}
      {units.problem === undefined ? null : (
        <View className={styles.problem}>
          <ErrorState problem={units.problem} onRetry={() => void units.reload()} busy={units.busy} />
        </View>
      )}
      <View className={styles.next}>
        {free ? (
          <PickOne
            id="desk-dispatch-unit"
            label={words.unit}
            ask={words.pickUnit}
            searchHint={words.searchUnit}
            nothingFound={words.noUnit}
            groups={groups([])}
            chosen={unit === '' ? undefined : unit}
            error={form.errorAt('/unit')}
            onChoose={(id) => form.change({ unit: id, coUnits: coUnits.filter((one) => one !== id) })}
          />
        ) : null}
        {unit === '' ? null : (
          <PickOne
            id="desk-dispatch-co"
            label={words.coUnits}
            optional
            ask={words.addCoUnit}
            searchHint={words.searchUnit}
            nothingFound={words.noUnit}
            groups={groups([unit, ...coUnits])}
            chosen={undefined}
            error={form.errorAt('/coUnits')}
            onChoose={(id) => form.change({ coUnits: [...coUnits, id] })}
          />
        )}
        {coUnits.length === 0 ? null : (
          <View className={styles.chips} role="list">
            {coUnits.map((id) => (
              <View key={id} className={styles.chip} role="listitem">
                <View>{nameOf(id)}</View>
                <Control
                  className={styles.remove}
                  aria-label={words.removeCoUnit(nameOf(id))}
                  onClick={() => form.change({ coUnits: coUnits.filter((one) => one !== id) })}
                >
                  <Close size={14} />
                </Control>
              </View>
            ))}
          </View>
        )}
        <TextArea
          id="desk-dispatch-reason"
          label={words.reason}
          hint={words.reasonHint}
          maxlength={300}
          rows={2}
          value={reason}
          error={form.errorAt('/reason')}
          onChange={(text) => form.change({ reason: text })}
        />
      </View>
    </FormFrame>
  )
}
