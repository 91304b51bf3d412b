import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { FieldError } from '../../../ui/form/Field'
import { Button } from '../../../ui/form/Button'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import styles from './editor.module.scss'

interface GroupProps {
  id: string
  label: string
  hint?: string
  error: string | undefined
  /** What would be better, and may stay as it is. */
  advice?: string | undefined
  /** What adds another row. */
  add?: { name: string; onAdd: () => void; disabled: boolean }
  children: ReactNode
}

/** A suggestion below its field, in the colour of what is doubtful and not of what is wrong. */
export const Advice = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : <View className={styles.advice}>{words.advice(text)}</View>

/** A field of several rows, with what adds one more below them. */
export const Group = ({ id, label, hint, error, advice, add, children }: GroupProps) => (
  <View
    className={styles.group}
    role="group"
    aria-labelledby={`${id}-label`}
    aria-describedby={`${id}-error`}
  >
    <View id={`${id}-label`} className={styles.label}>
      {label}
    </View>
    {hint === undefined ? null : <View className={styles.hint}>{hint}</View>}
    {children}
    <FieldError id={id} error={error} />
    <Advice text={advice} />
    {add === undefined ? null : (
      <View className={styles.add}>
        <Button id={`${id}-add`} small disabled={add.disabled} onPress={add.onAdd}>
          {add.name}
        </Button>
      </View>
    )}
  </View>
)
