import { Button as Control, View } from '@tarojs/components'
import { Close } from '@nutui/icons-react-taro'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { PickOne } from '../../../ui/form/PickOne'
import { deskWords } from '../../../words/zh/desk'
import { listOf } from './formTable'
import styles from './actions.module.scss'

const words = deskWords.dispatch

/** The city's units, and the lines with seats of their own that orders can be passed on to. */
export const useTargets = () => useRemote('desk-units', () => call('listUnits', {}))

interface UnitFieldProps {
  id: string
  label: string
  ask: string
  hint: string | undefined
  error: string | undefined
  optional: boolean
  value: string
  onChange: (value: string) => void
}

const Problem = ({ targets }: { targets: ReturnType<typeof useTargets> }) =>
  targets.problem === undefined ? null : (
    <View className={styles.problem}>
      <ErrorState problem={targets.problem} onRetry={() => void targets.reload()} busy={targets.busy} />
    </View>
  )

/** One unit of the city. */
export const UnitField = ({ value, onChange, ...field }: UnitFieldProps) => {
  const targets = useTargets()
  return (
    <>
      <PickOne
        {...field}
        searchHint={words.searchUnit}
        nothingFound={words.noUnit}
        groups={[{ id: 'units', name: '', options: targets.data?.units ?? [] }]}
        chosen={value === '' ? undefined : value}
        onChoose={onChange}
      />
      <Problem targets={targets} />
    </>
  )
}

/** Units that were chosen, each with a way to take it back. */
export const ChosenUnits = ({
  ids,
  nameOf,
  onRemove,
}: {
  ids: readonly string[]
  nameOf: (id: string) => string
  onRemove: (id: string) => void
}) =>
  ids.length === 0 ? null : (
    <View className={styles.chips} role="list">
      {ids.map((id) => (
        <View key={id} className={styles.chip} role="listitem">
          <View>{nameOf(id)}</View>
          <Control
            className={styles.remove}
            aria-label={words.removeCoUnit(nameOf(id))}
            onClick={() => onRemove(id)}
          >
            <Close size={14} />
          </Control>
        </View>
      ))}
    </View>
  )

/** Several units, kept as their ids with commas between. */
export const UnitsField = ({ value, onChange, ...field }: UnitFieldProps) => {
  const targets = useTargets()
  const ids = listOf(value)
  const units = targets.data?.units ?? []
  return (
    <>
      <PickOne
        {...field}
        searchHint={words.searchUnit}
        nothingFound={words.noUnit}
        groups={[{ id: 'units', name: '', options: units.filter(({ id }) => !ids.includes(id)) }]}
        chosen={undefined}
        onChoose={(id) => onChange([...ids, id].join(','))}
      />
      <ChosenUnits
        ids={ids}
        nameOf={(id) => units.find((unit) => unit.id === id)?.name ?? id}
        onRemove={(gone) => onChange(ids.filter((id) => id !== gone).join(','))}
      />
      <Problem targets={targets} />
    </>
  )
}
