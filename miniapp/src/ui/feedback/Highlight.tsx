import { Text, View } from '@tarojs/components'
import { splitByMarks } from './splitByMarks'
import styles from './feedback.module.scss'

/** Text with the words marked that led to it. */
export const Highlight = ({ text, marks }: { text: string; marks: readonly string[] }) => (
  <View className={styles.highlight}>
    {splitByMarks(text, marks).map((part, at) => (
      <Text key={at} className={part.marked ? styles.marked : ''}>
        {part.text}
      </Text>
    ))}
  </View>
)
