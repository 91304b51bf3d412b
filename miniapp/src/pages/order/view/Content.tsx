import type { OrderView } from '@jiesu/shared-types'
import {
  APPEAL_KIND_WORDS,
  CONFIDENTIALITY_WORDS,
  REQUESTER_TYPE_WORDS,
  sayMoment,
} from '@jiesu/shared-types/vocabulary'
import { Button, Image, View } from '@tarojs/components'
import { serverClock } from '../../../api/serverClock'
import { previewPhotos } from '../../../platform/preview'
import { Card } from '../../../ui/layout/Card'
import { orderWords as words } from '../../../words/zh/order'
import styles from './view.module.scss'

/** Photos are served by the portal at addresses without an origin. */
const photoUrl = (url: string): string => (url.startsWith('/') ? `${API_ORIGIN}${url}` : url)

const Pair = ({ name, children }: { name: string; children: string }) => (
  <View className={styles.pair}>
    <View className={styles.pairName}>{name}</View>
    <View className={styles.pairValue}>{children}</View>
  </View>
)

/** What was submitted, as it was submitted, with what was added later. */
export const Content = ({ view }: { view: OrderView }) => {
  const photos = view.attachments.flatMap(({ url }) => (url === undefined ? [] : [photoUrl(url)]))
  const contact = view.contact === undefined ? '' : ` ${view.contact.name} ${view.contact.phone}`
  return (
    <Card id="order-content" title={words.content}>
      <View className={styles.text}>{view.text}</View>
      {view.additions.map((addition) => (
        <View key={addition.at} className={styles.addition}>
          <View className={styles.muted}>
            {`${words.additions} · ${sayMoment(new Date(addition.at), serverClock.now())}`}
          </View>
          <View className={styles.text}>{addition.text}</View>
        </View>
      ))}
      {photos.length === 0 ? null : (
        <View className={styles.photos}>
          {photos.map((url, at) => (
            <Button
              key={url}
              className={styles.photo}
              aria-label={words.photoOf(at + 1)}
              onClick={() => previewPhotos(photos, url)}
            >
              <Image className={styles.image} src={url} mode="aspectFill" lazyLoad />
            </Button>
          ))}
        </View>
      )}
      <View className={styles.pairs}>
        <Pair name={words.kindAndCategory}>{`${APPEAL_KIND_WORDS[view.kind]} · ${view.categoryName}`}</Pair>
        <Pair name={words.place}>{view.place.words}</Pair>
        <Pair name={words.requester}>
          {`${REQUESTER_TYPE_WORDS[view.requester]} · ${CONFIDENTIALITY_WORDS[view.confidentiality]}${contact}`}
        </Pair>
        {view.unitName === undefined ? null : (
          <Pair name={words.unit}>
            {view.coUnitNames.length === 0
              ? view.unitName
              : `${view.unitName}，${words.together(view.coUnitNames.join('、'))}`}
          </Pair>
        )}
      </View>
    </Card>
  )
}
