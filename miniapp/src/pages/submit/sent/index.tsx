import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Copy, Order, Success } from '@nutui/icons-react-taro'
import { addressOf, go, replaceWith, useQuery } from '../../../navigate'
import { listReceipts, putReceiptAway, readReceipt, type Receipt } from '../../../outbox/receipts'
import { copyText } from '../../../platform/clipboard'
import { readOnFrom } from '../../../platform/focus'
import { portalOrigin } from '../../../platform/portalOrigin'
import { say } from '../../../platform/toast'
import { useShareCard } from '../../../platform/useShareCard'
import { Channels } from '../../../ui/feedback/Channels'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { Columns } from '../../../ui/layout/Columns'
import { Stack } from '../../../ui/layout/Section'
import { Countdown } from '../../../ui/order/Countdown'
import { Page } from '../../../ui/page/Page'
import { QrCode } from '../../../ui/picture/QrCode'
import { PAGES } from '../../../routes'
import { appWords } from '../../../words/app'
import { sentWords as words } from '../../../words/submit'
import { useLanguage } from '../../../words/useLanguage'
import { NewsCard } from './NewsCard'
import { nextSteps } from './nextSteps'
import { SavePicture } from './SavePicture'
import styles from './sent.module.scss'

export default function SentPage() {
  useLanguage()
  const { number } = useQuery()
  // As it was when the page was opened: it is put away when the person leaves it.
  const [shown] = useState(() => (number === undefined ? listReceipts()[0] : readReceipt(number)))
  useUnload(() => {
    if (shown !== undefined) putReceiptAway(shown.order.number)
  })
  // Of the order itself nothing is handed on from here.
  useShareCard(() => ({ title: words.share, path: `/${PAGES.home.route}` }))
  return (
    <Page title={appWords.titles.sent} ownHeading broad>
      {shown === undefined ? (
        <EmptyState
          icon={<Order size={28} />}
          title={words.gone}
          action={<Button onPress={() => replaceWith('progress')}>{appWords.titles.progress}</Button>}
        >
          {words.goneDetail}
        </EmptyState>
      ) : (
        <ReceiptView shown={shown} />
      )}
    </Page>
  )
}

const ReceiptView = ({ shown }: { shown: Receipt }) => {
  const { order, queryCode, changedSince } = shown
  const number = groupOrderNumber(order.number)
  // The number alone: whoever scans or copies it still needs the query code.
  const link = portalOrigin() + addressOf('progress', { number: order.number })
  useEffect(() => readOnFrom('sent-title'), [])
  const copy = async () =>
    say((await copyText(words.copyText(number, queryCode))) ? words.copied : words.copyFailed)
  const emergencies = order.findings.filter((finding) => finding.kind === 'emergency')
  const running = order.milestones.filter((milestone) => milestone.state !== 'void')
  return (
    <Stack>
      <View className={styles.head}>
        <View className={styles.done}>
          <Success size={36} />
        </View>
        <View id="sent-title" role="heading" aria-level={1} className={styles.title}>
          {words.title}
        </View>
        <View className={styles.sentence}>{order.sentence}</View>
      </View>
      {emergencies.map((finding) => (
        <Notice
          key={finding.rule}
          id={`sent-${finding.rule}`}
          tone="late"
          title={finding.title}
          actions={<Channels finding={finding} />}
        >
          {words.stillCall}
        </Notice>
      ))}
      {changedSince ? <Notice tone="soon">{words.earlier}</Notice> : null}
      <Columns
        first={
          <Card>
            <View className={styles.pair}>
              <View className={styles.label}>{words.number}</View>
              <View id="sent-number" className={styles.number}>
                {number}
              </View>
            </View>
            <View className={styles.pair}>
              <View className={styles.label}>{words.code}</View>
              <View id="sent-code" className={styles.code}>
                {queryCode}
              </View>
            </View>
            <View className={styles.keep}>{words.saveCode}</View>
            <View className={styles.scan}>
              <QrCode id="sent-qr" text={link} label={words.scanHelp} />
              <View>
                <View className={styles.scanTitle}>{words.scan}</View>
                <View className={styles.label}>{words.scanHelp}</View>
              </View>
            </View>
            <View className={styles.saving}>
              <SavePicture receipt={shown} link={link} />
              <Button id="sent-copy" block onPress={() => void copy()}>
                <Copy size={18} />
                {words.copy}
              </Button>
            </View>
          </Card>
        }
        second={
          <>
            <NewsCard receipt={shown} />
            {running.length === 0 ? null : (
              <Card title={words.whoTitle}>
                {order.unitName === undefined ? null : <View className={styles.unit}>{order.unitName}</View>}
                {running.map((milestone) => (
                  <Countdown key={milestone.type} milestone={milestone} />
                ))}
              </Card>
            )}
            <Card title={words.next}>
              <View role="list">
                {nextSteps(order).map((step, at) => (
                  <View key={step} role="listitem" className={styles.step}>
                    <View className={styles.stepNumber}>{at + 1}</View>
                    <View>{step}</View>
                  </View>
                ))}
              </View>
            </Card>
            <View className={styles.actions}>
              <Button
                id="sent-order"
                kind="primary"
                block
                onPress={() => go('order', { number: order.number })}
              >
                {words.toOrder}
              </Button>
              <Button id="sent-home" block onPress={() => go('home')}>
                {words.toHome}
              </Button>
            </View>
          </>
        }
      />
    </Stack>
  )
}
