import { BOARD_COLOUR_WORDS, type BoardColour } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import styles from './board.module.scss'

/** 红榜、蓝榜、黄榜: the word on its colour, never the colour alone. */
export const BandTag = ({ colour }: { colour: BoardColour }) => (
  <View className={`${styles.band} ${styles[colour]}`}>{BOARD_COLOUR_WORDS[colour]}</View>
)
