import type { Board, BoardFigures, BoardRow } from '@jiesu/shared-types'
import {
  BOARD_COUNT_WORDS,
  BOARD_COUNTS,
  BOARD_INDICATORS,
  INDICATOR_WORDS,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { boardWords as words } from '../../../words/zh/board'
import { BandTag } from './BandTag'
import { Share } from './Share'
import styles from './board.module.scss'

const Figures = ({ figures }: { figures: BoardFigures }) => (
  <>
    <View className={styles.shares}>
      {BOARD_INDICATORS.map((id) => (
        <View key={id} className={styles.figure}>
          <View className={styles.figureName}>{INDICATOR_WORDS[id].name}</View>
          <Share share={figures[id]} />
        </View>
      ))}
    </View>
    <View className={styles.counts}>
      {BOARD_COUNTS.map((count) => `${BOARD_COUNT_WORDS[count].name} ${figures[count]}`).join(' · ')}
    </View>
  </>
)

const UnitCard = ({ row, colours }: { row: BoardRow; colours: boolean }) => (
  <View id={`board-${row.unit.id}`} role="listitem" className={styles.card}>
    <View className={styles.cardHead}>
      <View className={styles.cardUnit}>{row.unit.name}</View>
      {row.colour === undefined ? (
        colours ? (
          <View className={styles.noShare}>{words.noColour}</View>
        ) : null
      ) : (
        <BandTag colour={row.colour} />
      )}
      {row.score === undefined ? null : <View className={styles.score}>{words.scoreOf(row.score)}</View>}
    </View>
    <Figures figures={row.figures} />
  </View>
)

/** One card a unit, for phones. */
export const BoardCards = ({ board }: { board: Board }) => (
  <View id="board-cards" role="list" className={styles.cards}>
    {board.rows.map((row) => (
      <UnitCard key={row.unit.id} row={row} colours={board.bands.length > 0} />
    ))}
    {board.total === undefined ? null : (
      <View id="board-total" role="listitem" className={styles.card}>
        <View className={styles.cardHead}>
          <View className={styles.cardUnit}>{words.total}</View>
        </View>
        <Figures figures={board.total} />
      </View>
    )}
  </View>
)
