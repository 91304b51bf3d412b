import { Button, View } from '@tarojs/components'
import { CheckNormal, Checked } from '@nutui/icons-react-taro'
import { FieldError } from './Field'
import styles from './choices.module.scss'

interface Choice<Id extends string> {
  id: Id
  name: string
  /** One line that helps to choose; shown under the name. */
  explanation?: string
}

interface ChoicesProps<Id extends string> {
  id: string
  label: string
  choices: readonly Choice<Id>[]
  chosen: Id | undefined
  onChoose: (id: Id) => void
  /** One under the other with their explanations, instead of chips side by side. */
  stacked?: boolean
  error?: string
  hint?: string
}

/** One of a few, all visible: chips, or rows where an explanation is needed. Each option's id is `<id>-<choice>`. */
export const Choices = <Id extends string>(props: ChoicesProps<Id>) => {
  const { id, label, choices, chosen, onChoose, stacked = false, error, hint } = props
  return (
    <View
      className={styles.group}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-error`}
    >
      <View id={`${id}-label`} className={styles.label}>
        {label}
      </View>
      {hint === undefined ? null : <View className={styles.hint}>{hint}</View>}
      <View className={stacked ? styles.stack : styles.chips}>
        {choices.map((choice) => {
          const on = choice.id === chosen
          return (
            <Button
              key={choice.id}
              id={`${id}-${choice.id}`}
              className={`${stacked ? styles.row : styles.chip} ${on ? styles.on : ''}`}
              hoverClass={styles.pressed}
              role="radio"
              aria-checked={on}
              onClick={() => onChoose(choice.id)}
            >
              {stacked ? (
                <View className={styles.mark}>{on ? <Checked size={20} /> : <CheckNormal size={20} />}</View>
              ) : on ? (
                <View className={styles.badge}>
                  <Checked size={16} />
                </View>
              ) : null}
              <View className={styles.words}>
                <View className={styles.name}>{choice.name}</View>
                {stacked && choice.explanation !== undefined ? (
                  <View className={styles.explanation}>{choice.explanation}</View>
                ) : null}
              </View>
            </Button>
          )
        })}
      </View>
      <FieldError id={id} error={error} />
    </View>
  )
}
