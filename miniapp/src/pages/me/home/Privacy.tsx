import type { CityProfile } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { say } from '../../../platform/toast'
import { wipeDevice } from '../../../stores/wipeDevice'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { Fold } from '../../../ui/layout/Fold'
import { Section } from '../../../ui/layout/Section'
import { commonWords } from '../../../words/common'
import { meWords as words } from '../../../words/me'
import styles from './me.module.scss'

/** What is kept, who sees it, and how to remove it from this device: in plain words. */
export const Privacy = ({
  confidentialities,
  placesAskOutside,
}: Pick<CityProfile, 'confidentialities'> & { placesAskOutside: boolean | undefined }) => (
  <Section title={words.privacy}>
    <Card>
      <Fold id="privacy-stored" title={words.stored}>
        <View className={styles.foldText}>
          {words.storedText.map((line) => (
            <View key={line}>{line}</View>
          ))}
          {placesAskOutside === true ? <View>{words.storedOutside}</View> : null}
        </View>
      </Fold>
      <Fold id="privacy-seen" title={words.seen}>
        <View className={styles.foldText}>
          {confidentialities.length === 0 ? <View>{commonWords.notYet}</View> : null}
          {confidentialities.map(({ id, name, explanation }) => (
            <View key={id}>
              <View className={styles.term}>{name}</View>
              <View>{explanation}</View>
            </View>
          ))}
        </View>
      </Fold>
      <Fold id="privacy-reads" title={words.reads}>
        <View className={styles.foldText}>{words.readsText}</View>
      </Fold>
      <Fold id="privacy-code" title={words.code}>
        <View className={styles.foldText}>{words.codeText}</View>
      </Fold>
      <Fold id="privacy-device" title={words.device}>
        <View className={styles.foldText}>
          <View>{words.deviceText}</View>
          <Wipe />
        </View>
      </Fold>
    </Card>
  </Section>
)

/** Asked twice: drafts that were not sent are gone afterwards. */
const Wipe = () => {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button id="wipe" kind="danger" onPress={() => setAsking(true)}>
        {words.wipe}
      </Button>
    )
  return (
    <View role="alert">
      <View>{words.wipeSure}</View>
      <View className={styles.ways}>
        <Button
          id="wipe-yes"
          kind="danger"
          onPress={() => {
            wipeDevice()
            setAsking(false)
            say(words.wiped)
          }}
        >
          {words.wipeYes}
        </Button>
        <Button id="wipe-no" kind="quiet" onPress={() => setAsking(false)}>
          {words.wipeNo}
        </Button>
      </View>
    </View>
  )
}
