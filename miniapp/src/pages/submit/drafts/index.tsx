import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Edit, Success } from '@nutui/icons-react-taro'
import { go } from '../../../navigate'
import { discard } from '../../../outbox/discard'
import { MOST_KEPT, newAppealId, noteChange } from '../../../outbox/kept'
import { useKept } from '../../../outbox/useKept'
import { say } from '../../../platform/toast'
import { useReturn } from '../../../platform/useReturn'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { Button } from '../../../ui/form/Button'
import { LinkRow, Rows } from '../../../ui/layout/ListRow'
import { Stack } from '../../../ui/layout/Section'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { draftWords as words } from '../../../words/submit'
import { useLanguage } from '../../../words/useLanguage'
import { AppealCard } from './AppealCard'
import styles from './drafts.module.scss'

const writeAnother = () => go('submit', { draft: newAppealId() })

/** Everything on this device that was begun and is not with the portal. */
export default function DraftsPage() {
  useLanguage()
  useReturn(noteChange)
  const { appeals, receipts } = useKept()
  return (
    <Page title={appWords.titles.drafts}>
      <Stack>
        {receipts.length === 0 ? null : (
          <Rows>
            {receipts.map(({ order }) => (
              <LinkRow
                key={order.number}
                id={`drafts-sent-${order.number}`}
                page="sent"
                query={{ number: order.number }}
                icon={<Success size={20} />}
                title={words.sentTitle}
                detail={words.sentDetail(groupOrderNumber(order.number))}
              />
            ))}
          </Rows>
        )}
        {appeals.length === 0 ? (
          <EmptyState
            icon={<Edit size={28} />}
            title={words.none}
            action={
              <Button id="drafts-write" kind="primary" onPress={writeAnother}>
                {words.write}
              </Button>
            }
          >
            {words.noneDetail}
          </EmptyState>
        ) : (
          <>
            <View className={styles.intro}>
              <View className={styles.muted}>
                {appeals.length < MOST_KEPT ? words.intro(MOST_KEPT) : words.tooManyDetail}
              </View>
              {appeals.length < MOST_KEPT ? (
                <Button id="drafts-another" small onPress={writeAnother}>
                  {words.another}
                </Button>
              ) : null}
            </View>
            {appeals.map((appeal) => (
              <View key={appeal.id}>
                <AppealCard
                  appeal={appeal}
                  onRemove={() => {
                    discard(appeal.id)
                    say(words.removed)
                  }}
                />
              </View>
            ))}
          </>
        )}
      </Stack>
    </Page>
  )
}
