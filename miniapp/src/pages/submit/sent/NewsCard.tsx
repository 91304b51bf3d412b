import { View } from '@tarojs/components'
import { useState } from 'react'
import { canSubscribe, subscribe } from '../../../platform/subscribe'
import { noteSubscription, type Receipt } from '../../../stores/receipt'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { sentWords } from '../../../words/submit'
import styles from './sent.module.scss'

/** How the requester will hear of it; WeChat's message is asked for here, once, and saying what for. */
export const NewsCard = ({ receipt: { order, news, subscription } }: { receipt: Receipt }) => {
  const words = sentWords.news
  const [busy, setBusy] = useState(false)
  if (news === undefined) return null
  const phone = order.agent?.phone ?? order.contact?.phone
  const template = canSubscribe ? news.wechatTemplate : undefined
  const ask = async (wanted: string) => {
    setBusy(true)
    noteSubscription(await subscribe(wanted))
    setBusy(false)
  }
  const bySms = phone === undefined ? words.smsAccount : words.sms(phone)
  return (
    <Card id="sent-news" title={sentWords.newsTitle}>
      {news.sms ? <View>{bySms}</View> : template === undefined ? <View>{words.none}</View> : null}
      {template === undefined ? null : subscription === undefined ? (
        <>
          <View className={news.sms ? styles.gap : ''}>{words.wechat}</View>
          <View className={styles.gap}>
            <Button id="sent-subscribe" busy={busy} onPress={() => void ask(template)}>
              {words.wechatAsk}
            </Button>
          </View>
        </>
      ) : (
        <View id="sent-subscribed" className={news.sms ? styles.gap : ''} role="status">
          {words[subscription]}
        </View>
      )}
    </Card>
  )
}
