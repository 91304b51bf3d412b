import type { Board } from '@jiesu/shared-types'
import {
  BOARD_COUNT_WORDS,
  BOARD_COUNTS,
  BOARD_INDICATORS,
  INDICATOR_WORDS,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/layout/Card'
import { boardWords as words } from '../../../words/zh/board'
import { commonWords } from '../../../words/common'
import { BandTag } from './BandTag'
import styles from './board.module.scss'

/** What a colour means, how the score is made, what is counted of what, and what is left out. */
export const Formula = ({ board }: { board: Board }) => (
  <View className={styles.below}>
    {board.bands.length === 0 ? null : (
      <Card title={words.bandsTitle}>
        <View role="list">
          {board.bands.map(({ colour, least, meaning }) => (
            <View key={colour} role="listitem" className={styles.bandLine}>
              <BandTag colour={colour} />
              <View>{words.bandOf(least, meaning)}</View>
            </View>
          ))}
        </View>
      </Card>
    )}
    <Card id="board-formula" title={words.howTitle}>
      {board.formula.map((sentence) => (
        <View key={sentence} className={styles.sentence}>
          {sentence}
        </View>
      ))}
      <View className={styles.note}>{board.note}</View>
      <View className={styles.note}>{commonWords.source(board.source.document, board.source.item)}</View>
      <View className={styles.definitions} role="list">
        {BOARD_INDICATORS.map((id) => {
          const { name, numerator, denominator, leftOut } = INDICATOR_WORDS[id]
          return (
            <View key={id} role="listitem" className={styles.definition}>
              <View className={styles.term}>{name}</View>
              <View>{words.defines(numerator, denominator)}</View>
              <View className={styles.note}>{`${words.leftOut}${leftOut.join('；')}。`}</View>
            </View>
          )
        })}
        {BOARD_COUNTS.map((count) => (
          <View key={count} role="listitem" className={styles.definition}>
            <View className={styles.term}>{BOARD_COUNT_WORDS[count].name}</View>
            <View>{`${BOARD_COUNT_WORDS[count].counts}。`}</View>
          </View>
        ))}
      </View>
    </Card>
  </View>
)
