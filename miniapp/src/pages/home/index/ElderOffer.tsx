import { View } from '@tarojs/components'
import { elderOffered, elderView, useElderView } from '../../../stores/display'
import { useStore } from '../../../stores/store'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { readerScale } from '../../../ui/page/textScale'
import { homeWords as words } from '../../../words/home'
import styles from './home.module.scss'

/** From here on the device's font counts as large. */
const LARGE = 1.15

/** Offers the elder view, once, to whoever has set a large font on the device. */
export const ElderOffer = () => {
  const elder = useElderView()
  const offered = useStore(elderOffered)
  if (elder || offered || readerScale() < LARGE) return null
  const answer = (yes: boolean) => {
    elderOffered.set(true)
    elderView.set(yes)
  }
  return (
    <View className={styles.offer}>
      <Notice
        id="home-elder-offer"
        title={words.elderOffer}
        actions={
          <>
            <Button id="home-elder-yes" kind="primary" onPress={() => answer(true)}>
              {words.elderYes}
            </Button>
            <Button id="home-elder-no" onPress={() => answer(false)}>
              {words.elderNo}
            </Button>
          </>
        }
      >
        {words.elderOfferHelp}
      </Notice>
    </View>
  )
}
