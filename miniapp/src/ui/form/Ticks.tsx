import { Button, View } from '@tarojs/components'
import { Checked } from '@nutui/icons-react-taro'
import styles from './choices.module.scss'

interface TicksProps {
  id: string
  label: string
  hint?: string
  choices: readonly { id: string; name: string }[]
  ticked: readonly string[]
  onChange: (ticked: string[]) => void
}

/** Any of a few, all visible, as chips. Each option's id is `<id>-<choice>`. */
export const Ticks = ({ id, label, hint, choices, ticked, onChange }: TicksProps) => (
  <View className={styles.group} role="group" aria-labelledby={`${id}-label`}>
    <View id={`${id}-label`} className={styles.label}>
      {label}
    </View>
    {hint === undefined ? null : <View className={styles.hint}>{hint}</View>}
    <View className={styles.chips}>
      {choices.map((choice) => {
        const on = ticked.includes(choice.id)
        return (
          <Button
            key={choice.id}
            id={`${id}-${choice.id}`}
            className={`${styles.chip} ${on ? styles.on : ''}`}
            hoverClass={styles.pressed}
            role="checkbox"
            aria-checked={on}
            onClick={() => onChange(on ? ticked.filter((one) => one !== choice.id) : [...ticked, choice.id])}
          >
            {on ? (
              <View className={styles.badge}>
                <Checked size={16} />
              </View>
            ) : null}
            <View className={styles.name}>{choice.name}</View>
          </Button>
        )
      })}
    </View>
  </View>
)
