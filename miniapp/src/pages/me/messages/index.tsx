import type { Message, MessageList } from '@jiesu/shared-types'
import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Message as Letter } from '@nutui/icons-react-taro'
import { useEffect, useState } from 'react'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { serverClock } from '../../../api/serverClock'
import type { Remote } from '../../../api/useRemote'
import { go } from '../../../navigate'
import { useReturn } from '../../../platform/useReturn'
import { readOlder, seenUntil, useMessages } from '../../../stores/messages'
import { sessions } from '../../../stores/session'
import { useStore } from '../../../stores/store'
import { isAfter } from '../../../stores/unread'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Tag } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { LinkRow, Rows } from '../../../ui/layout/ListRow'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { messagesWords as words } from '../../../words/messages'
import { sayMoment } from '../../../words/vocabulary'
import { useLanguage } from '../../../words/useLanguage'
import styles from './messages.module.scss'

export default function MessagesPage() {
  useLanguage()
  const session = useStore(sessions.requester.store)
  return (
    <Page title={appWords.titles.messages} backTo="me">
      {session === null ? (
        <EmptyState
          icon={<Letter size={28} />}
          title={words.signInTitle}
          action={
            <Button id="messages-sign-in" kind="primary" onPress={() => go('signIn')}>
              {words.signIn}
            </Button>
          }
        >
          {words.signInHelp}
        </EmptyState>
      ) : (
        <Messages />
      )}
    </Page>
  )
}

const Messages = () => {
  const list = useMessages()
  useReturn(() => void list.reload())
  // What was new when the page opened stays marked while it is read.
  const [before] = useState(seenUntil.get)
  const newest = list.data?.messages[0]?.at
  useEffect(() => {
    if (newest !== undefined && isAfter(newest, seenUntil.get())) seenUntil.set(newest)
  }, [newest])
  return (
    <>
      {list.problem === undefined ? null : (
        <ErrorState problem={list.problem} onRetry={() => void list.reload()} busy={list.busy} />
      )}
      {list.data === undefined && list.problem === undefined ? <Skeleton cards={3} lines={3} /> : null}
      {list.data?.messages.length === 0 ? (
        <EmptyState icon={<Letter size={28} />} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : null}
      {list.data === undefined || list.data.messages.length === 0 ? null : (
        <Rows>
          {list.data.messages.map((message) => (
            <MessageRow key={message.id} message={message} fresh={isAfter(message.at, before)} />
          ))}
        </Rows>
      )}
      {list.data?.next === undefined ? null : <Older list={list} shown={list.data} />}
    </>
  )
}

/** The page on which it is seen, and what it is about. */
const subjectOf = ({ number, entry }: Message) => {
  if (number !== undefined)
    return { page: 'order', query: { number }, about: words.order(groupOrderNumber(number)) } as const
  if (entry !== undefined)
    return { page: 'knowledgeEntry', query: { id: entry }, about: words.entry } as const
  return { page: 'followed', query: {}, about: words.followed } as const
}

const MessageRow = ({ message, fresh }: { message: Message; fresh: boolean }) => {
  const { about, ...where } = subjectOf(message)
  return (
    <LinkRow
      id={`message-${message.id}`}
      {...where}
      title={<View className={styles.text}>{message.text}</View>}
      detail={
        <View className={styles.head}>
          {fresh ? <Tag look="info">{words.fresh}</Tag> : null}
          <View>{sayMoment(new Date(message.at), serverClock.now())}</View>
          <View className={styles.number}>{about}</View>
        </View>
      }
    />
  )
}

/** Goes on where the list ends; what is shown stays when that fails. */
const Older = ({ list, shown }: { list: Remote<MessageList>; shown: MessageList }) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const goOn = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      list.replace(await readOlder(shown))
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className={styles.more}>
      {problem === undefined ? null : <ErrorState problem={problem} />}
      <Button id="messages-more" block busy={busy} onPress={() => void goOn()}>
        {words.more}
      </Button>
    </View>
  )
}
