import { View } from '@tarojs/components'
import { useState } from 'react'
import { canSubscribe, subscribe, type Subscription } from '../../../platform/subscribe'
import { keepReceipt, type Receipt } from '../../../outbox/receipts'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { sentWords } from '../../../words/submit'
import styles from './sent.module.scss'

/** How the requester will hear of it; WeChat's message is asked for here, once, and saying what for. */
export const NewsCard = ({ receipt }: { receipt: Receipt }) => {
  const { order, news } = receipt
  const words = sentWords.news
  const [busy, setBusy] = useState(false)
  const [subscription, setSubscription] = useState<Subscription | undefined>(receipt.subscription)
  if (news === undefined) return null
  const phone = order.agent?.phone ?? order.contact?.phone
  const template = canSubscribe ? news.wechatTemplate : undefined
  const ask = async (wanted: string) => {
    setBusy(true)
    const answer = await subscribe(wanted)
    setSubscription(answer)
    // Also after a reload it is not asked for again.
    keepReceipt({ ...receipt, subscription: answer })
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
