import { View } from '@tarojs/components'
import { Button } from '../../../ui/form/Button'
import { TextField } from '../../../ui/form/Field'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { isWritten, type LinkForm, type PhoneForm } from './entryForm'
import type { FieldErrors } from './fieldErrors'
import { Group } from './Group'
import styles from './editor.module.scss'

const MOST = 20

interface RowsProps<Row extends PhoneForm | LinkForm> {
  id: string
  field: 'phones' | 'links'
  label: string
  /** The two parts of a row, with their names and how long they may be. */
  parts: readonly {
    readonly key: keyof Row & string
    readonly name: string
    readonly most: number
    readonly tel?: true
  }[]
  empty: Row
  add: string
  rows: readonly Row[]
  errors: FieldErrors
  onChange: (rows: readonly Row[]) => void
}

/** Phones and links: a name and what it stands for, one row each. */
export const PairRows = <Row extends PhoneForm | LinkForm>(props: RowsProps<Row>) => {
  const { id, field, label, parts, empty, add, rows, errors, onChange } = props
  const sent = rows.filter(isWritten)
  return (
    <Group
      id={id}
      label={label}
      error={errors.of(field)}
      advice={errors.advice(field)}
      add={{ name: add, disabled: rows.length >= MOST, onAdd: () => onChange([...rows, empty]) }}
    >
      {rows.map((row, at) => (
        <View key={at} className={styles.row} role="group" aria-label={words.rowOf(label, at + 1)}>
          <View className={styles.pair}>
            {parts.map(({ key, name, most, tel }) => {
              const error = isWritten(row) ? errors.at(`${field}/${sent.indexOf(row)}/${key}`) : undefined
              return (
                <View key={key}>
                  <TextField
                    id={`${id}-${at}-${key}`}
                    label={name}
                    maxlength={most}
                    {...(tel === true ? { keyboard: 'tel' as const } : {})}
                    value={String(row[key])}
                    onChange={(value) =>
                      onChange(rows.map((one, i) => (i === at ? { ...one, [key]: value } : one)))
                    }
                    {...(error === undefined ? {} : { error })}
                  />
                </View>
              )
            })}
          </View>
          <Button
            id={`${id}-${at}-remove`}
            kind="quiet"
            small
            label={words.removeRow(label, at + 1)}
            onPress={() => onChange(rows.filter((_, i) => i !== at))}
          >
            {words.remove}
          </Button>
        </View>
      ))}
    </Group>
  )
}
