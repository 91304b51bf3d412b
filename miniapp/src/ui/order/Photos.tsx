import type { Attachment } from '@jiesu/shared-types'
import { Button, Image, Video, View } from '@tarojs/components'
import { previewPhotos } from '../../platform/preview'
import { commonWords } from '../../words/common'
import styles from './photos.module.scss'

/** Photos are served by the portal at addresses without an origin. */
const addressOf = (url: string): string => (url.startsWith('/') ? `${API_ORIGIN}${url}` : url)

interface PhotosProps {
  attachments: readonly Attachment[]
  /** What a screen reader says of the first, second … photo. */
  labelOf: (index: number) => string
}

/** An order's photos, small, a press shows one at full size; and its video, to be played in its place. */
export const Photos = ({ attachments, labelOf }: PhotosProps) => {
  const shown = attachments.flatMap(({ url, mediaType }) =>
    url === undefined ? [] : [{ url: addressOf(url), isVideo: mediaType.startsWith('video/') }],
  )
  const urls = shown.flatMap(({ url, isVideo }) => (isVideo ? [] : [url]))
  const videos = shown.filter(({ isVideo }) => isVideo)
  if (shown.length === 0) return null
  return (
    <>
      <View className={styles.photos}>
        {urls.map((url, at) => (
          <Button
            key={url}
            className={styles.photo}
            aria-label={labelOf(at + 1)}
            onClick={() => previewPhotos(urls, url)}
          >
            <Image className={styles.image} src={url} mode="aspectFill" lazyLoad />
          </Button>
        ))}
      </View>
      {videos.map(({ url }) => (
        <Video key={url} className={styles.video ?? ''} src={url} aria-label={commonWords.video} />
      ))}
    </>
  )
}
