import { Button as Control, Image, View } from '@tarojs/components'
import { Image as ImageIcon, Photograph, Success, Video, Warning } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { hasPrivacyGuide, privacyAgreed } from '../../../platform/privacy'
import { Button } from '../../../ui/form/Button'
import { FieldError } from '../../../ui/form/Field'
import { Card } from '../../../ui/layout/Card'
import { submitWords as words } from '../../../words/submit'
import { canSendAgain, sayFailure } from './photoFailure'
import { MOST_PHOTOS, type Photo, type Photos } from './usePhotos'
import styles from './submit.module.scss'

const said = (photo: Photo): string => {
  switch (photo.state) {
    case 'uploading':
      return words.photoUploading(photo.percent)
    case 'done':
      return words.photoDone
    case 'kept':
      return words.photoKept
    case 'failed':
      return sayFailure(photo.problem)
  }
}

const LOOKS: Record<Photo['state'], string> = {
  uploading: '',
  done: '',
  kept: styles.photoKept ?? '',
  failed: styles.photoFailed ?? '',
}

const PlaceIcon = ({ video }: { video: boolean }) => (video ? <Video size={28} /> : <ImageIcon size={28} />)

/** Photos, each with its own state; one that fails says why, and can be tried again where that can help. */
export const PhotosBlock = ({ photos, error }: { photos: Photos; error: string | undefined }) => {
  const [declined, setDeclined] = useState(false)
  const add = async (choose: () => Promise<void>) => {
    // Browsers open the album only right after a press, so nothing is waited for there.
    const agreed = !hasPrivacyGuide || (await privacyAgreed())
    setDeclined(!agreed)
    if (agreed) await choose()
  }
  return (
    <Card id="submit-photos" title={words.photos}>
      <View className={styles.muted}>{words.photosHint(MOST_PHOTOS)}</View>
      <View className={styles.photos} role="list">
        {photos.all.map((photo, at) => (
          <View key={photo.key} className={styles.photo} role="listitem">
            <View className={styles.picture}>
              {photo.thumbnail === '' ? (
                <PlaceIcon video={photo.video} />
              ) : (
                <Image
                  className={styles.image}
                  src={photo.thumbnail}
                  mode="aspectFill"
                  aria-label={words.photoOf(at + 1)}
                />
              )}
            </View>
            <View className={styles.photoWords}>
              <View className={`${styles.photoState} ${LOOKS[photo.state]}`} role="status">
                {photo.state === 'done' ? <Success size={16} /> : null}
                {photo.state === 'failed' ? <Warning size={16} /> : null}
                <View>{said(photo)}</View>
              </View>
              <View className={styles.photoActions}>
                {photo.problem !== undefined && canSendAgain(photo.problem) ? (
                  <Button
                    kind="quiet"
                    small
                    label={words.photoRetry(at + 1)}
                    onPress={() => void photos.retry(photo.key)}
                  >
                    {words.photoAgain}
                  </Button>
                ) : null}
                <Button
                  kind="quiet"
                  small
                  label={words.photoRemove(at + 1)}
                  onPress={() => photos.remove(photo.key)}
                >
                  {words.photoRemoveShort}
                </Button>
              </View>
            </View>
          </View>
        ))}
      </View>
      {photos.adding ? (
        <View className={styles.muted} role="status">
          {words.photoShrinking}
        </View>
      ) : null}
      {photos.room > 0 ? (
        <Control id="submit-photo-add" className={styles.photoAdd} onClick={() => void add(photos.add)}>
          <Photograph size={22} />
          <View>{words.photoAdd}</View>
        </Control>
      ) : null}
      {photos.roomForVideo ? (
        <Control id="submit-video-add" className={styles.photoAdd} onClick={() => void add(photos.addVideo)}>
          <Video size={22} />
          <View>{words.videoAdd}</View>
        </Control>
      ) : null}
      {declined ? (
        <View id="submit-photos-declined" className={styles.muted} role="status">
          {words.photosDeclined}
        </View>
      ) : null}
      {photos.tooLarge ? (
        <View className={styles.photoFailed} role="alert">
          {words.videoTooLarge}
        </View>
      ) : null}
      <FieldError id="submit-photos" error={error} />
    </Card>
  )
}
