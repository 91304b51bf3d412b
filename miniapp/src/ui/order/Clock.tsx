import type { MilestoneView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { serverClock } from '../../api/serverClock'
import { Card } from '../layout/Card'
import { Fold } from '../layout/Fold'
import { Countdown } from './Countdown'
import { commonWords } from '../../words/common'
import { orderWords as words } from '../../words/order'
import { sayMoment } from '../../words/vocabulary'
import styles from './clock.module.scss'

const keyOf = (milestone: MilestoneView) => `${milestone.round}-${milestone.type}`

/** Why a promise was made as it was: the rule in words, where it stands, from when it counts. */
const Reason = ({ milestone }: { milestone: MilestoneView }) => {
  const { reason } = milestone
  return (
    <View className={styles.reason}>
      <View className={styles.reasonName}>{`${milestone.name} · ${milestone.limit}`}</View>
      <View>{reason.text}</View>
      <View>{words.whyFrom(sayMoment(new Date(milestone.startAt), serverClock.now()))}</View>
      {milestone.provisional ? <View>{words.provisional}</View> : null}
      {reason.statedByDocument ? (
        <>
          {reason.source.quote === undefined ? null : (
            <View className={styles.quote}>{reason.source.quote}</View>
          )}
          <View className={styles.muted}>
            {commonWords.source(reason.source.document, reason.source.item)}
          </View>
        </>
      ) : (
        <View className={styles.muted}>{words.unstated}</View>
      )}
    </View>
  )
}

/** The promises of the latest round, and why they are what they are. */
export const Clock = ({ milestones }: { milestones: readonly MilestoneView[] }) => {
  const round = Math.max(...milestones.map((milestone) => milestone.round))
  const present = milestones.filter((milestone) => milestone.round === round)
  const earlier = milestones.filter((milestone) => milestone.round !== round)
  if (present.length === 0) return null
  return (
    <Card id="order-clock" title={words.clock}>
      {present.map((milestone) => (
        <Countdown key={keyOf(milestone)} milestone={milestone} />
      ))}
      <View className={styles.folds}>
        <Fold id="order-why" title={words.why}>
          {present.map((milestone) => (
            <Reason key={keyOf(milestone)} milestone={milestone} />
          ))}
        </Fold>
        {earlier.length === 0 ? null : (
          <Fold id="order-earlier-rounds" title={words.earlierRounds}>
            {earlier.map((milestone) => (
              <View key={keyOf(milestone)} className={styles.earlier}>
                <View className={styles.muted}>{words.round(milestone.round)}</View>
                <Countdown milestone={milestone} />
              </View>
            ))}
          </Fold>
        )}
      </View>
    </Card>
  )
}
