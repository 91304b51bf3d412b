import type { KnowledgeAsking } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/layout/Card'
import { boardWords } from '../../../words/zh/board'
import { Share } from './Share'
import styles from './board.module.scss'

const words = boardWords.asking

/** How much of what people ask the knowledge base leaves unanswered, and what they ask most. */
export const AskingCard = ({ asking: { unanswered, proposals } }: { asking: KnowledgeAsking }) => (
  <Card id="board-asking" title={words.title}>
    {unanswered.of === 0 ? (
      <View>{words.none}</View>
    ) : (
      <View className={styles.entry}>
        <View>{words.unanswered}</View>
        <Share share={unanswered} />
      </View>
    )}
    {proposals.length === 0 ? null : (
      <View role="list" className={styles.entries} aria-label={words.most}>
        <View className={styles.asOf}>{words.most}</View>
        {proposals.map(({ words: said, kind, askers }) => (
          <View key={said} role="listitem" className={styles.entry}>
            <View>{said}</View>
            <View className={styles.asOf}>
              {kind === 'question' ? words.askers(askers) : words.orders(askers)}
            </View>
          </View>
        ))}
      </View>
    )}
    <View className={styles.asOf}>{words.note}</View>
  </Card>
)
