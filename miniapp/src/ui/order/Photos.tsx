import type { Attachment } from '@jiesu/shared-types'
import { Button, Image, View } from '@tarojs/components'
import { previewPhotos } from '../../platform/preview'
import styles from './photos.module.scss'

/** Photos are served by the portal at addresses without an origin. */
const addressOf = (url: string): string => (url.startsWith('/') ? `${API_ORIGIN}${url}` : url)

interface PhotosProps {
  attachments: readonly Attachment[]
  /** What a screen reader says of the first, second … photo. */
  labelOf: (index: number) => string
}

/** An order's photos, small; a press shows one at full size. */
export const Photos = ({ attachments, labelOf }: PhotosProps) => {
  const urls = attachments.flatMap(({ url }) => (url === undefined ? [] : [addressOf(url)]))
  if (urls.length === 0) return null
  return (
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
  )
}
