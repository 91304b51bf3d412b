import { Image, View } from '@tarojs/components'
import { Image as PictureIcon } from '@nutui/icons-react-taro'
import { useEffect, useState } from 'react'
import {
  forgetPicture,
  openSettings,
  type PictureFate,
  savePicture,
  surfaceOf,
} from '../../../platform/picture'
import { previewPhotos } from '../../../platform/preview'
import { say } from '../../../platform/toast'
import type { Receipt } from '../../../outbox/receipts'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { Sheet } from '../../../ui/layout/Sheet'
import { HiddenCanvas } from '../../../ui/picture/HiddenCanvas'
import { pictureWords, sentWords } from '../../../words/submit'
import styles from './sent.module.scss'

const CANVAS = 'sent-canvas'
const isH5 = process.env.TARO_ENV === 'h5'

const makeOf = async (receipt: Receipt, link: string): Promise<string | undefined> => {
  const [{ makePicture }, surface] = await Promise.all([import('./picture/makePicture'), surfaceOf(CANVAS)])
  return surface === undefined ? undefined : makePicture(receipt, link, surface)
}

/** The receipt for the album. Where the phone does not let it in, there are other ways, named at once. */
export const SavePicture = ({ receipt, link }: { receipt: Receipt; link: string }) => {
  const words = sentWords.picture
  const [busy, setBusy] = useState(false)
  const [picture, setPicture] = useState<string>()
  const [fate, setFate] = useState<PictureFate>()
  const name = pictureWords.fileName(receipt.order.number)
  useEffect(
    () => () => {
      if (picture !== undefined) forgetPicture(picture)
    },
    [picture],
  )
  const save = async () => {
    setBusy(true)
    const made = picture ?? (await makeOf(receipt, link).catch(() => undefined))
    setPicture(made)
    const became = made === undefined ? 'failed' : await savePicture(made, name)
    setFate(became)
    setBusy(false)
    if (became === 'saved' && !isH5) say(words.saved)
  }
  const close = () => {
    setFate(undefined)
    setPicture(undefined)
  }
  return (
    <>
      <HiddenCanvas id={CANVAS} />
      <Button id="sent-save-picture" block busy={busy} onPress={() => void save()}>
        <PictureIcon size={18} />
        {sentWords.savePicture}
      </Button>
      <View role="status">
        {fate === 'refused' ? (
          <Notice
            id="sent-picture-refused"
            tone="soon"
            title={words.refusedTitle}
            actions={
              <>
                <Button
                  id="sent-picture-open"
                  onPress={() => picture !== undefined && previewPhotos([picture], picture)}
                >
                  {words.open}
                </Button>
                <Button id="sent-picture-settings" onPress={openSettings}>
                  {words.settings}
                </Button>
              </>
            }
          >
            {words.refused}
          </Notice>
        ) : fate === 'failed' ? (
          <Notice id="sent-picture-failed" tone="soon" title={words.failedTitle}>
            {words.failed}
          </Notice>
        ) : null}
      </View>
      {isH5 && picture !== undefined && (fate === 'saved' || fate === 'shown') ? (
        <Sheet id="sent-picture" title={words.title} onClose={close}>
          <View className={styles.pictureBody}>
            <View className={styles.pictureHelp}>{fate === 'saved' ? words.downloaded : words.press}</View>
            <Image className={styles.picture} src={picture} mode="widthFix" aria-label={pictureWords.label} />
            {fate === 'saved' ? (
              <Button id="sent-picture-again" block onPress={() => void savePicture(picture, name)}>
                {words.again}
              </Button>
            ) : null}
          </View>
        </Sheet>
      ) : null}
    </>
  )
}
