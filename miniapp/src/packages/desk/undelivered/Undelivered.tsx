import type { UndeliveredList, UndeliveredNews } from '@jiesu/shared-types'
import {
  groupOrderNumber,
  NEWS_CHANNEL_WORDS,
  NEWS_FAILURE_WORDS,
  ORDER_EVENT_WORDS,
  sayMoment,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { serverClock } from '../../../api/serverClock'
import { useRemote } from '../../../api/useRemote'
import { say } from '../../../platform/toast'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { undeliveredWords as words } from '../../../words/zh/undelivered'
import styles from './undelivered.module.scss'

/** News that did not arrive, each with two ways: again, or never. */
export const Undelivered = ({ desk }: { desk: string }) => {
  const list = useRemote<UndeliveredList>(`undelivered ${desk}`, () => call('listUndelivered', { query: {} }))
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<ApiProblem>()

  const act = async (how: 'retryNews' | 'dropNews', id: string) => {
    setBusy(id)
    setProblem(undefined)
    try {
      const { done } = await call(how, { body: { news: [id] } })
      say(done === 0 ? words.gone : how === 'retryNews' ? words.tried : words.dropped)
      await list.reload()
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(undefined)
    }
  }
  const goOn = async (shown: UndeliveredList, after: string) => {
    setBusy('more')
    setProblem(undefined)
    try {
      const page = await call('listUndelivered', { query: { after } })
      list.replace({ ...page, news: [...shown.news, ...page.news] })
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(undefined)
    }
  }

  const { data } = list
  const failed = problem ?? list.problem
  return (
    <Card id="undelivered">
      {failed === undefined ? null : (
        <ErrorState problem={failed} onRetry={() => void list.reload()} busy={list.busy} />
      )}
      {data === undefined && failed === undefined ? <Skeleton /> : null}
      {data === undefined ? null : data.orders === 0 ? (
        <View>{words.none}</View>
      ) : (
        <>
          <View>{words.count(data.orders)}</View>
          <View className={styles.help}>{words.help}</View>
          <View role="list">
            {data.news.map((one) => (
              <NewsRow
                key={one.id}
                news={one}
                busy={busy !== undefined}
                onAct={(how) => void act(how, one.id)}
              />
            ))}
          </View>
        </>
      )}
      {data?.next === undefined ? null : (
        <Button
          id="undelivered-more"
          block
          busy={busy === 'more'}
          onPress={() => void goOn(data, data.next ?? '')}
        >
          {words.more}
        </Button>
      )}
    </Card>
  )
}

interface NewsRowProps {
  news: UndeliveredNews
  busy: boolean
  onAct: (how: 'retryNews' | 'dropNews') => void
}

const NewsRow = ({ news, busy, onAct }: NewsRowProps) => {
  const number = groupOrderNumber(news.number)
  return (
    <View id={`undelivered-${news.id}`} role="listitem" className={styles.row}>
      <View className={styles.words}>
        <View className={styles.event}>
          <View>{ORDER_EVENT_WORDS[news.type]}</View>
          <View className={styles.number}>{number}</View>
        </View>
        <View className={styles.help}>
          {[
            words.how(NEWS_CHANNEL_WORDS[news.channel], NEWS_FAILURE_WORDS[news.reason]),
            words.tries(news.tries),
            words.since(sayMoment(new Date(news.since), serverClock.now())),
          ].join(' · ')}
        </View>
      </View>
      <View className={styles.ways}>
        <Button
          id={`undelivered-again-${news.id}`}
          small
          disabled={busy}
          label={words.againLabel(number)}
          onPress={() => onAct('retryNews')}
        >
          {words.again}
        </Button>
        <Button
          id={`undelivered-drop-${news.id}`}
          kind="quiet"
          small
          disabled={busy}
          label={words.dropLabel(number)}
          onPress={() => onAct('dropNews')}
        >
          {words.drop}
        </Button>
      </View>
    </View>
  )
}
