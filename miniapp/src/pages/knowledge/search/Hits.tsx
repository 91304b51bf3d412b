import type { KnowledgeHit, KnowledgeSearchAnswer } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Search } from '@nutui/icons-react-taro'
import { useCityProfile } from '../../../stores/cityProfile'
import { EmergencyStrip } from '../../../ui/feedback/EmergencyStrip'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { Highlight } from '../../../ui/feedback/Highlight'
import { Button } from '../../../ui/form/Button'
import { LinkRow, Rows } from '../../../ui/layout/ListRow'
import { Section } from '../../../ui/layout/Section'
import { inChinese } from '../../../words/inChinese'
import { knowledgeWords as words } from '../../../words/knowledge'
import styles from './search.module.scss'
import { ToAPerson } from './ToAPerson'

interface HitsProps {
  answer: KnowledgeSearchAnswer
  /** What was searched for; empty while the most asked entries are shown. */
  asked: string
  topic: string | undefined
  /** Only what is for some people or places. */
  isChosen: boolean
  /** False while the answer shown is still that of the previous question. */
  settled: boolean
  onEveryTopic: () => void
  /** On the way to a person. */
  onLeave: () => void
}

const headingOf = (
  asked: string,
  topicName: string | undefined,
  isChosen: boolean,
  count: number,
): string => {
  if (asked !== '') return words.found(count)
  return topicName ?? (isChosen ? words.forChosen : words.mostAsked)
}

/** What was found, or what to do when nothing was. */
export const Hits = ({ answer, asked, topic, isChosen, settled, onEveryTopic, onLeave }: HitsProps) => {
  const nameOf = (id: string | undefined) => answer.topics.find((one) => one.id === id)?.name
  const topicName = nameOf(topic)
  if (answer.hits.length === 0) {
    if (!settled) return null
    const nothing = { asked, topicName, isChosen, onEveryTopic, onLeave }
    return <NothingFound {...nothing} />
  }
  return (
    <View className={settled ? '' : styles.previous}>
      <Section title={headingOf(asked, topicName, isChosen, answer.hits.length)}>
        <Rows>
          {answer.hits.map((hit) => (
            <HitRow key={hit.id} hit={hit} topicName={nameOf(hit.topic)} searched={asked !== ''} />
          ))}
        </Rows>
      </Section>
    </View>
  )
}

interface HitRowProps {
  hit: KnowledgeHit
  topicName: string | undefined
  /** The short answers help to choose; a list that nobody asked for can do without them. */
  searched: boolean
}

const HitRow = ({ hit, topicName, searched }: HitRowProps) => (
  <LinkRow
    id={`hit-${hit.id}`}
    page="knowledgeEntry"
    query={{ id: hit.id }}
    title={
      <View className={styles.hitTitle} {...inChinese()}>
        <Highlight text={hit.title} marks={hit.highlights} />
      </View>
    }
    detail={
      <>
        <View className={`${styles.hitAnswer} ${searched ? '' : 'secondary'}`} {...inChinese()}>
          <Highlight text={hit.shortAnswer} marks={hit.highlights} />
        </View>
        <View className={`${styles.hitMeta} secondary`}>
          {[topicName, hit.sourceDocument].filter(Boolean).join(' · ')}
        </View>
      </>
    }
  />
)

interface NothingProps {
  asked: string
  topicName: string | undefined
  isChosen: boolean
  onEveryTopic: () => void
  onLeave: () => void
}
const NothingFound = ({ asked, topicName, isChosen, onEveryTopic, onLeave }: NothingProps) => (
  <>
    <EmptyState
      icon={<Search size={28} />}
      title={asked === '' ? words.nothingThere : words.nothingTitle(asked)}
      action={
        <View className={styles.ways}>
          {topicName === undefined && !isChosen ? null : (
            <Button id="knowledge-every-topic" onPress={onEveryTopic}>
              {isChosen ? words.everything : words.everyTopic}
            </Button>
          )}
          <ToAPerson onLeave={onLeave} />
        </View>
      }
    >
      {isChosen
        ? `${words.nothingChosen}${words.nothingHelp}`
        : topicName === undefined
          ? words.nothingHelp
          : `${words.nothingInTopic(topicName)}${words.nothingHelp}`}
    </EmptyState>
    <Urgent />
  </>
)

/** What was typed may be an emergency that no answer is about. */
const Urgent = () => {
  const { data: city } = useCityProfile()
  return city === undefined ? null : (
    <View className={styles.urgent}>
      <EmergencyStrip id="knowledge-urgent" numbers={city.emergencyNumbers} />
    </View>
  )
}
