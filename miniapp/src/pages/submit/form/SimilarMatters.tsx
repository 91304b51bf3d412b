import type { CityProfile } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { aboutMatter, MatterFacts } from '../../../ui/matter/MatterFacts'
import { LinkTo } from '../../../ui/page/LinkTo'
import { similarWords as words } from '../../../words/similar'
import type { Submission } from './submission'
import { useSimilar } from './useSimilar'
import styles from './similar.module.scss'

/** Whether somebody is at it already; following is one tap, and sending it all the same is never in question. */
export const SimilarMatters = ({ submission, profile }: { submission: Submission; profile: CityProfile }) => {
  const { matters, followed, busy, problem, follow } = useSimilar(submission, profile)
  if (followed !== undefined)
    return (
      <Notice
        id="submit-followed"
        tone="good"
        title={words.followed}
        actions={
          <LinkTo page="followed" id="submit-to-followed" className={styles.link} label={words.toFollowed}>
            {words.toFollowed}
          </LinkTo>
        }
      >
        <MatterFacts matter={followed} />
        <View className={styles.help}>{words.followedHelp}</View>
      </Notice>
    )
  if (matters.length === 0) return null
  return (
    <Card id="submit-similar" title={words.title}>
      <View className={styles.help}>{words.help}</View>
      {matters.map((matter, at) => (
        <View key={matter.key} className={styles.matter}>
          <MatterFacts matter={matter} />
          <Button
            id={`submit-follow-${at + 1}`}
            block
            busy={busy === matter.key}
            disabled={busy !== undefined}
            label={words.followLabel(aboutMatter(matter))}
            onPress={() => follow(matter.key)}
          >
            {words.follow}
          </Button>
        </View>
      ))}
      {problem === undefined ? null : <ErrorState problem={problem} />}
    </Card>
  )
}
