import type { OrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { serverClock } from '../../../api/serverClock'
import { Notice } from '../../../ui/feedback/Notice'
import { Card } from '../../../ui/layout/Card'
import { commonWords } from '../../../words/common'
import { orderWords as words } from '../../../words/order'
import {
  ASK_OUTCOME_WORDS,
  MATTER_NATURE_WORDS,
  SATISFACTION_WORDS,
  sayMoment,
  SOLVED_WORDS,
} from '../../../words/vocabulary'
import styles from './view.module.scss'

const said = (instant: string) => sayMoment(new Date(instant), serverClock.now())

/** What came of it: the reply, the rating, or why it was not accepted and where to go. */
export const Outcome = ({ view }: { view: OrderView }) => {
  const { reply, rating, declined } = view
  return (
    <>
      {declined === undefined ? null : (
        <Card id="order-declined" title={words.declined}>
          <View className={styles.text}>{declined.reason}</View>
          {declined.source === undefined ? null : <View className={styles.muted}>{declined.source}</View>}
          {declined.goTo === undefined ? null : (
            <View className={styles.gap}>
              <Notice tone="info" title={words.goTo}>
                {declined.goTo}
              </Notice>
            </View>
          )}
        </Card>
      )}
      {reply === undefined ? null : (
        <Card
          id="order-reply"
          title={reply.round === view.round ? words.reply : words.replyOfRound(reply.round)}
        >
          <View className={styles.text}>{reply.text}</View>
          <Points view={view} />
          {reply.nature === 'ordinary' ? null : (
            <View className={styles.muted}>{words.byLaw(MATTER_NATURE_WORDS[reply.nature])}</View>
          )}
          <View className={styles.signed}>{words.replyBy(reply.unitName, said(reply.at))}</View>
        </Card>
      )}
      {rating === undefined ? null : (
        <Card
          id="order-rating"
          title={rating.round === view.round ? words.rated : words.ratedRound(rating.round)}
        >
          <View>
            {commonWords.clauses([SOLVED_WORDS[rating.solved], SATISFACTION_WORDS[rating.satisfaction]])}
          </View>
          {rating.reason === undefined ? null : <View className={styles.text}>{rating.reason}</View>}
          <View className={styles.muted}>{said(rating.at)}</View>
        </Card>
      )}
    </>
  )
}

/** What was asked for, one by one, with the answer to each. */
const Points = ({ view }: { view: OrderView }) => {
  const answered = view.asks.filter((ask) => ask.answer !== undefined)
  if (answered.length === 0) return null
  return (
    <View id="order-points" className={styles.points} role="list" aria-label={words.pointByPoint}>
      {answered.map((ask, at) => (
        <View key={ask.id} className={styles.point} role="listitem">
          <View className={styles.pointAsk}>{words.ask(at + 1, ask.text)}</View>
          <View className={styles.text}>
            {ask.answer === undefined
              ? ''
              : commonWords.labelled(ASK_OUTCOME_WORDS[ask.answer.outcome], ask.answer.text)}
          </View>
          <View className={styles.muted}>{ask.answer?.unitName}</View>
        </View>
      ))}
    </View>
  )
}
