import { Button, View } from '@tarojs/components'
import { CheckNormal, Checked } from '@nutui/icons-react-taro'
import { FieldError } from './Field'
import styles from './choices.module.scss'

interface TickProps {
  id: string
  ticked: boolean
  onTick: (ticked: boolean) => void
  error?: string
  /** What is declared by ticking. */
  children: string
}

/** One sentence that a person makes their own by ticking it. */
export const Tick = ({ id, ticked, onTick, error, children }: TickProps) => (
  <View>
    <Button
      id={id}
      className={`${styles.row} ${ticked ? styles.on : ''}`}
      hoverClass={styles.pressed}
      role="checkbox"
      aria-checked={ticked}
      aria-invalid={error !== undefined}
      aria-describedby={`${id}-error`}
      onClick={() => onTick(!ticked)}
    >
      <View className={styles.mark}>{ticked ? <Checked size={20} /> : <CheckNormal size={20} />}</View>
      <View className={styles.words}>{children}</View>
    </Button>
    <FieldError id={id} error={error} />
  </View>
)
