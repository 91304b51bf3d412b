import { View } from '@tarojs/components'
import { Copy, Scan } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { readClipboard } from '../../../platform/clipboard'
import { scanCode } from '../../../platform/scan'
import { Button } from '../../../ui/form/Button'
import { lookupWords as words } from '../../../words/lookup'
import { readSlip, type Slip } from './readSlip'
import styles from './lookup.module.scss'

/** Ways to have number and code filled in instead of typing them. */
export const SlipHelp = ({ onFound }: { onFound: (slip: Slip) => void }) => {
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const take = (text: string, nothing: string) => {
    const slip = readSlip(text)
    if (slip.number === undefined && slip.code === undefined) {
      setSaid(nothing)
      return
    }
    onFound(slip)
    setSaid(
      slip.number === undefined
        ? words.codeFilled
        : slip.code === undefined
          ? words.numberFilled
          : words.bothFilled,
    )
  }
  const scan = async () => {
    setBusy(true)
    const scanned = await scanCode()
    setBusy(false)
    if (scanned.kind === 'cancelled') return
    take(scanned.kind === 'read' ? scanned.text : '', words.scanNothing)
  }
  const paste = async () => {
    const text = await readClipboard()
    take(text ?? '', text === undefined ? words.pasteByHand : words.pasteNothing)
  }
  return (
    <View>
      <View className={styles.help}>
        <Button id="lookup-scan" small busy={busy} onPress={() => void scan()}>
          <Scan size={18} />
          {words.scan}
        </Button>
        <Button id="lookup-paste" small onPress={() => void paste()}>
          <Copy size={18} />
          {words.paste}
        </Button>
      </View>
      <View id="lookup-said" className={styles.said} role="status">
        {said}
      </View>
    </View>
  )
}
