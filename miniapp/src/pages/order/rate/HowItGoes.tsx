import { View } from '@tarojs/components'
import { Fold } from '../../../ui/layout/Fold'
import { rateWords as words } from '../../../words/rate'
import styles from './rate.module.scss'

/** What a rating brings about and what a redo is, for whoever wants to know before they press. */
export const HowItGoes = ({ round, maxRounds }: { round: number; maxRounds: number }) => {
  const { redo, review, record, rounds, once } = words.howSteps
  return (
    <Fold id="rate-how" title={words.how}>
      <View role="list" className={styles.how}>
        {[redo, review, record, rounds(round, maxRounds), once].map((step) => (
          <View key={step} role="listitem">
            {step}
          </View>
        ))}
      </View>
    </Fold>
  )
}
