import type { Board, BoardFigures, BoardRow } from '@jiesu/shared-types'
import {
  BOARD_COUNT_WORDS,
  BOARD_COUNTS,
  BOARD_INDICATORS,
  INDICATOR_WORDS,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { boardWords as words } from '../../../words/zh/board'
import { BandTag } from './BandTag'
import { Share } from './Share'
import styles from './board.module.scss'

const Head = ({ children }: { children: ReactNode }) => (
  <View role="columnheader" className={styles.headCell}>
    {children}
  </View>
)
const Cell = ({ children }: { children: ReactNode }) => (
  <View role="cell" className={styles.cell}>
    {children}
  </View>
)

const FigureCells = ({ figures }: { figures: BoardFigures }) => (
  <>
    {BOARD_INDICATORS.map((id) => (
      <Cell key={id}>
        <Share share={figures[id]} />
      </Cell>
    ))}
    {BOARD_COUNTS.map((count) => (
      <Cell key={count}>{figures[count]}</Cell>
    ))}
  </>
)

const UnitRow = ({ row, colours }: { row: BoardRow; colours: boolean }) => (
  <View role="row" id={`board-${row.unit.id}`} className={styles.row}>
    <View role="rowheader" className={styles.unitCell}>
      {row.unit.name}
    </View>
    {colours ? (
      <Cell>
        {row.colour === undefined ? (
          <View className={styles.noShare}>{words.noColour}</View>
        ) : (
          <BandTag colour={row.colour} />
        )}
      </Cell>
    ) : null}
    <Cell>
      <View className={styles.score}>{row.score === undefined ? words.none : row.score.toFixed(1)}</View>
    </Cell>
    <FigureCells figures={row.figures} />
  </View>
)

/** All units side by side, for wide screens. */
export const BoardTable = ({ board }: { board: Board }) => {
  const colours = board.bands.length > 0
  return (
    <View id="board-table" role="table" className={`${styles.table} ${colours ? styles.withColours : ''}`}>
      <View role="row" className={`${styles.row} ${styles.headRow}`}>
        <Head>{words.unit}</Head>
        {colours ? <Head>{words.colour}</Head> : null}
        <Head>{words.score}</Head>
        {BOARD_INDICATORS.map((id) => (
          <Head key={id}>{INDICATOR_WORDS[id].name}</Head>
        ))}
        {BOARD_COUNTS.map((count) => (
          <Head key={count}>{BOARD_COUNT_WORDS[count].name}</Head>
        ))}
      </View>
      {board.rows.map((row) => (
        <UnitRow key={row.unit.id} row={row} colours={colours} />
      ))}
      {board.total === undefined ? null : (
        <View role="row" id="board-total" className={`${styles.row} ${styles.totalRow}`}>
          <View role="rowheader" className={styles.unitCell}>
            {words.total}
          </View>
          {colours ? <Cell>{''}</Cell> : null}
          <Cell>{''}</Cell>
          <FigureCells figures={board.total} />
        </View>
      )}
    </View>
  )
}
