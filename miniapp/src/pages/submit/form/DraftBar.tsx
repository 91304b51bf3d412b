import { View } from '@tarojs/components'
import { Edit } from '@nutui/icons-react-taro'
import { replaceWith } from '../../../navigate'
import { MOST_KEPT, newAppealId } from '../../../outbox/kept'
import { useKept } from '../../../outbox/useKept'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { Button } from '../../../ui/form/Button'
import { LinkTo } from '../../../ui/page/LinkTo'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { draftWords as words } from '../../../words/submit'
import styles from './drafts.module.scss'

/** Over the form: the way to another appeal, and to those that were begun before. Nothing while there are none. */
export const DraftBar = ({ id, begun }: { id: string; begun: boolean }) => {
  const { appeals } = useKept()
  const others = appeals.filter((one) => one.id !== id).length
  const count = others + (begun ? 1 : 0)
  if (count === 0) return null
  return (
    <View className={styles.bar}>
      {others === 0 ? null : (
        <LinkTo page="drafts" id="submit-drafts" className={styles.toList}>
          {words.list(count)}
        </LinkTo>
      )}
      {begun && count < MOST_KEPT ? (
        <Button
          id="submit-another"
          kind="quiet"
          small
          onPress={() => replaceWith('submit', { draft: newAppealId() })}
        >
          {words.another}
        </Button>
      ) : null}
    </View>
  )
}

/** In place of a form whose words could not be kept. */
export const TooMany = () => (
  <Page title={appWords.titles.submit}>
    <EmptyState
      icon={<Edit size={28} />}
      title={words.tooMany(MOST_KEPT)}
      action={
        <Button id="submit-to-drafts" kind="primary" onPress={() => replaceWith('drafts')}>
          {words.toList}
        </Button>
      }
    >
      {words.tooManyDetail}
    </EmptyState>
  </Page>
)
