import { useShareAppMessage } from '@tarojs/taro'

export interface ShareCard {
  title: string
  /** The page that the card opens, with its query. */
  path: string
}

/** WeChat would otherwise show a piece of the screen, with whatever stands on it. */
const NEUTRAL = '/design/share.png'

/** What a page hands on when it is shared; its configuration has to say `enableShareAppMessage`. */
export const useShareCard = (card: () => ShareCard): void => {
  useShareAppMessage(() => ({ ...card(), imageUrl: NEUTRAL }))
}
