import Taro from '@tarojs/taro'

/** WeChat's own reading size, in px. */
const USUAL = 16
/** Beyond this, lines hold three words; the elder view has a size of its own. */
const MOST = { standard: 1.75, elder: 1.3 } as const

const chosenInWechat = (): number => {
  try {
    // Taro's types know it of the older call alone.
    const { fontSizeSetting = USUAL } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
    return fontSizeSetting / USUAL
  } catch {
    return 1
  }
}

/** How many times larger than usual the reader wants text to be; never smaller. */
export const readerScale = (): number => Math.max(1, chosenInWechat())

/** The reader's font size, for the page's frame. */
export const frameStyle = (elder: boolean): { style?: string } => {
  const scale = Math.min(readerScale(), MOST[elder ? 'elder' : 'standard'])
  return scale === 1 ? {} : { style: `--reader: ${Math.round(scale * 100) / 100}` }
}
