import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Clock, Edit, Success, Warning } from '@nutui/icons-react-taro'
import { noteChange, type KeptAppeal } from '../../../outbox/kept'
import { problemOf } from '../../../outbox/correction'
import { useKept } from '../../../outbox/useKept'
import { useReturn } from '../../../platform/useReturn'
import { LinkRow, Rows } from '../../../ui/layout/ListRow'
import { homeWords as words } from '../../../words/home'
import { sayMoment } from '../../../words/vocabulary'
import styles from './home.module.scss'

/** One leads to itself, several to their list. */
const wayTo = ([first, ...others]: readonly KeptAppeal[]) =>
  first === undefined || others.length > 0
    ? ({ page: 'drafts' } as const)
    : ({ page: 'submit', query: { draft: first.id } } as const)

/** What was written here and is not with the portal, and what was sent while nobody looked. Nothing while there is neither. */
export const Unsent = () => {
  // Typing in the form counts no change.
  useReturn(noteChange)
  const { appeals, receipts } = useKept()
  const waiting = appeals.filter(({ progress }) => progress.state === 'waiting')
  const drafts = appeals.filter(({ progress }) => progress.state === 'saved')
  const toCorrect = appeals.filter(({ progress }) => progress.state === 'to-correct')
  const [back] = toCorrect
  const [draft] = drafts
  if (appeals.length + receipts.length === 0) return null
  return (
    <View className={styles.gap} aria-live="polite">
      <Rows>
        {receipts.map(({ order }) => (
          <LinkRow
            key={order.number}
            id={`home-sent-${order.number}`}
            page="sent"
            query={{ number: order.number }}
            icon={<Success size={20} />}
            title={words.sentTitle}
            detail={words.sentDetail(groupOrderNumber(order.number))}
          />
        ))}
        {back?.progress.state !== 'to-correct' ? null : (
          <LinkRow
            id="home-to-correct"
            {...wayTo(toCorrect)}
            icon={<Warning size={20} />}
            title={words.correctTitle(toCorrect.length)}
            detail={problemOf(back.progress.correction).title}
          />
        )}
        {waiting.length === 0 ? null : (
          <LinkRow
            id="home-waiting"
            {...wayTo(waiting)}
            icon={<Clock size={20} />}
            title={words.waitingTitle(waiting.length)}
            detail={words.waitingDetail}
          />
        )}
        {draft === undefined ? null : (
          <LinkRow
            id="home-draft"
            {...wayTo(drafts)}
            icon={<Edit size={20} />}
            title={drafts.length === 1 ? words.draftTitle : words.draftsTitle(drafts.length)}
            detail={(drafts.length === 1 ? words.draftDetail : words.draftsDetail)(
              sayMoment(new Date(draft.savedAt)),
            )}
          />
        )}
      </Rows>
    </View>
  )
}
