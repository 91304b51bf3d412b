import type { PublicMatter } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { similarWords as words } from '../../words/similar'
import styles from './matter.module.scss'

type Facts = Omit<PublicMatter, 'key'>

/** What it is and where, in one line. */
export const aboutMatter = ({ categoryName, placeWords }: Facts): string =>
  words.about(categoryName, placeWords)

/** What anybody may read of a matter that others reported. */
export const MatterFacts = ({ matter }: { matter: Facts }) => (
  <View>
    <View className={styles.about}>{aboutMatter(matter)}</View>
    <View>{words.status(matter.statusWords, matter.unitName ?? '')}</View>
    <View className={styles.facts}>
      <View>{words.since(matter.sinceWords)}</View>
      <View>{words.people(matter.people)}</View>
      {matter.dueWords === undefined ? null : <View>{words.due(matter.dueWords)}</View>}
    </View>
  </View>
)
