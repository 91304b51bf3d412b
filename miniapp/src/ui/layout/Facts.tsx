import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import styles from './facts.module.scss'

export interface Fact {
  name: string
  /** Facts without a value are left out. */
  value: ReactNode
}

/** Names and values, one under the other. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <View className={styles.facts} role="list">
    {facts
      .filter(({ value }) => value !== undefined && value !== '')
      .map(({ name, value }) => (
        <View key={name} className={styles.fact} role="listitem">
          <View className={styles.name}>{name}</View>
          <View className={styles.value}>{value}</View>
        </View>
      ))}
  </View>
)
