import { shanghaiTime } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Button } from '../../../ui/form/Button'
import { BottomBar } from '../../../ui/layout/BottomBar'
import { submitWords as words } from '../../../words/submit'
import type { BlockProps } from './blocks'
import { sayOpen } from './openPoints'
import styles from './submit.module.scss'

/** At the thumb: what is still open, that nothing will be lost, and 提交. */
export const SendBar = ({ draft, sending }: BlockProps) => {
  const saved = draft.savedAt === undefined ? '' : words.saved(shanghaiTime(new Date(draft.savedAt)))
  return (
    <BottomBar
      above={
        sending.problem === undefined ? undefined : (
          <View role="alert">
            <ErrorState problem={sending.problem} />
          </View>
        )
      }
    >
      <View className={styles.summary}>
        <View id="submit-missing" className={styles.missing}>
          {sayOpen(sending.open, draft.value)}
        </View>
        <View className={styles.saved}>{draft.safe ? saved : words.notSaved}</View>
      </View>
      <Button id="submit-send" kind="primary" busy={sending.busy} onPress={() => void sending.send()}>
        {sending.busy ? words.sending : words.send}
      </Button>
    </BottomBar>
  )
}
