import { View } from '@tarojs/components'
import { Button } from '../../../ui/form/Button'
import { FieldError, TextField } from '../../../ui/form/Field'
import { deskWords } from '../../../words/zh/desk'
import { FormFrame } from './FormFrame'
import { UnitField } from './UnitFields'
import { useActionForm, type FormProps } from './useActionForm'
import styles from './actions.module.scss'

const words = deskWords.split
const MOST = 12

interface Row {
  text: string
  /** Id of the unit that answers it; empty: the main unit. */
  unit: string
}
interface Fields {
  rows: Row[]
}

/** 拆分诉求点: what the words suggest to begin with; each can be given to a unit of its own. */
export const SplitForm = (props: FormProps) => {
  const { asks, suggestedAsks } = props.order
  const begin = (): Fields => {
    if (asks.length > 0) return { rows: asks.map(({ text, unit = '' }) => ({ text, unit })) }
    return { rows: (suggestedAsks.length > 0 ? suggestedAsks : ['', '']).map((text) => ({ text, unit: '' })) }
  }
  const form = useActionForm('splitAsks', props, begin, ({ rows }) => ({
    asks: rows
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, unit }) => ({ text, ...(unit === '' ? {} : { unit }) })),
  }))
  const { rows } = form.value
  const change = (at: number, patch: Partial<Row>) =>
    form.change({ rows: rows.map((row, i) => (i === at ? { ...row, ...patch } : row)) })
  return (
    <FormFrame action="splitAsks" form={form} onClose={props.onClose}>
      {rows.map((row, at) => (
        <View key={`${at}`} className={styles.ask} role="group" aria-label={words.ask(at + 1)}>
          <TextField
            id={`desk-split-text-${at}`}
            label={words.ask(at + 1)}
            maxlength={200}
            value={row.text}
            error={form.errorAt(`/asks/${at}/text`)}
            onChange={(text) => change(at, { text })}
          />
          <UnitField
            id={`desk-split-unit-${at}`}
            label={words.unit}
            ask={words.pickUnit}
            hint={undefined}
            optional
            error={form.errorAt(`/asks/${at}/unit`)}
            value={row.unit}
            onChange={(unit) => change(at, { unit })}
          />
          {rows.length > 1 ? (
            <Button
              id={`desk-split-remove-${at}`}
              kind="quiet"
              small
              onPress={() => form.change({ rows: rows.filter((_, i) => i !== at) })}
            >
              {words.remove(at + 1)}
            </Button>
          ) : null}
        </View>
      ))}
      <FieldError id="desk-split-asks" error={form.errorAt('/asks')} />
      {rows.length < MOST ? (
        <Button id="desk-split-add" onPress={() => form.change({ rows: [...rows, { text: '', unit: '' }] })}>
          {words.add}
        </Button>
      ) : null}
    </FormFrame>
  )
}
