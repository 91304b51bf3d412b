import type { DispatchOption } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Choices } from '../../../ui/form/Choices'
import { TextArea } from '../../../ui/form/Field'
import { PickOne } from '../../../ui/form/PickOne'
import { deskWords } from '../../../words/zh/desk'
import { FormFrame } from './FormFrame'
import { ChosenUnits, useTargets } from './UnitFields'
import { useActionForm, type FormProps } from './useActionForm'
import styles from './actions.module.scss'

const words = deskWords.dispatch
const OTHER = 'other'
const NO_LINE = 'none'

interface Fields {
  /** Row of the catalogue that was chosen, or `other`. */
  option: string
  unit: string
  coUnits: string[]
  /** Number of the line whose seats take it, or empty. */
  line: string
  reason: string
}
const nothing = (): Fields => ({ option: '', unit: '', coUnits: [], line: '', reason: '' })

const explain = ({ standing, reason, row, line, coUnits }: DispatchOption): string =>
  [
    standing === 'next' ? words.next : '',
    line === undefined ? '' : words.byLine(line.words),
    reason,
    coUnits.length === 0 ? '' : words.together(coUnits.map((unit) => unit.name).join('、')),
    row,
  ]
    .filter((part) => part !== '')
    .join('；')

/** 派单、改派: the catalogue's suggestions with their reasons, or any unit of the city. */
export const DispatchForm = ({ action, ...props }: FormProps & { action: 'dispatch' | 'redispatch' }) => {
  const form = useActionForm(action, props, nothing, ({ unit, coUnits, line, reason }) => ({
    unit,
    coUnits,
    ...(line === '' ? {} : { line }),
    reason,
  }))
  const targets = useTargets()
  const units = targets.data?.units ?? []
  const lines = targets.data?.lines ?? []
  const { option, unit, coUnits, line, reason } = form.value
  const options = props.order.dispatchOptions
  const free = options.length === 0 || option === OTHER
  const nameOf = (id: string) =>
    units.find((one) => one.id === id)?.name ??
    options.flatMap((one) => [one.unit, ...one.coUnits]).find((one) => one.id === id)?.name ??
    id
  const groups = (without: readonly string[]) => [
    { id: 'units', name: '', options: units.filter(({ id }) => !without.includes(id)) },
  ]

  const choose = (id: string) => {
    const chosen = options[Number(id)]
    if (chosen === undefined) {
      form.change({ option: OTHER, unit: '', line: '' })
      return
    }
    const untouched = reason.trim() === '' || options.some((one) => one.reason === reason)
    form.change({
      option: chosen.row,
      unit: chosen.unit.id,
      coUnits: chosen.coUnits.map(({ id }) => id),
      line: chosen.line?.number ?? '',
      ...(untouched ? { reason: chosen.reason } : {}),
    })
  }

  const lineOptions = [
    { id: NO_LINE, name: words.withoutLine },
    ...lines.map(({ number, words: name, unit: by }) => ({ id: number, name: `${name} ${by.name}` })),
  ]
  /** A line is taken by the unit that runs it. */
  const chooseLine = (number: string) => {
    const chosen = lines.find((one) => one.number === number)
    if (chosen === undefined) {
      form.change({ line: '' })
      return
    }
    const fits = unit === chosen.unit.id
    form.change({
      line: number,
      ...(fits ? {} : { option: OTHER, unit: chosen.unit.id }),
      coUnits: coUnits.filter((id) => id !== chosen.unit.id),
    })
  }

  return (
    <FormFrame action={action} form={form} onClose={props.onClose}>
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
      {targets.problem === undefined ? null : (
        <View className={styles.problem}>
          <ErrorState problem={targets.problem} onRetry={() => void targets.reload()} busy={targets.busy} />
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
            onChoose={(id) =>
              form.change({ unit: id, line: '', coUnits: coUnits.filter((one) => one !== id) })
            }
          />
        ) : null}
        {lines.length === 0 ? null : (
          <PickOne
            id="desk-dispatch-line"
            label={words.line}
            hint={words.lineHint}
            optional
            ask={words.pickLine}
            searchHint={words.searchLine}
            nothingFound={words.noLine}
            groups={[{ id: 'lines', name: '', options: lineOptions }]}
            chosen={line === '' ? NO_LINE : line}
            error={form.errorAt('/line')}
            onChoose={chooseLine}
          />
        )}
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
        <ChosenUnits
          ids={coUnits}
          nameOf={nameOf}
          onRemove={(gone) => form.change({ coUnits: coUnits.filter((one) => one !== gone) })}
        />
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
