import { SATISFACTION_LEVELS, type SatisfactionLevel } from '@jiesu/shared-types/vocabulary'
import { Button, View } from '@tarojs/components'
import { FieldError } from '../../../ui/form/Field'
import { faceMask } from './faceMask'
import { SATISFACTION_WORDS } from '../../../words/vocabulary'
import styles from './rate.module.scss'

interface FacesProps {
  label: string
  chosen: SatisfactionLevel | ''
  error: string | undefined
  onChoose: (level: SatisfactionLevel) => void
}

/** The five levels of 好差评 as plain faces, each with its word. */
export const Faces = ({ label, chosen, error, onChoose }: FacesProps) => (
  <View
    role="radiogroup"
    aria-labelledby="rate-satisfaction-label"
    aria-describedby="rate-satisfaction-error"
  >
    <View id="rate-satisfaction-label" className={styles.label}>
      {label}
    </View>
    <View className={styles.faces}>
      {SATISFACTION_LEVELS.map((level) => (
        <Button
          key={level}
          id={`rate-satisfaction-${level}`}
          className={`${styles.face} ${level === chosen ? styles.on : ''}`}
          role="radio"
          aria-checked={level === chosen}
          onClick={() => onChoose(level)}
        >
          <View className={styles.drawing} style={faceMask(level)} />
          <View className={styles.faceWord}>{SATISFACTION_WORDS[level]}</View>
        </Button>
      ))}
    </View>
    <FieldError id="rate-satisfaction" error={error} />
  </View>
)
