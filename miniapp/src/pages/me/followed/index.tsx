import type { FollowedMatter } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Eye } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { serverClock } from '../../../api/serverClock'
import { go } from '../../../navigate'
import { say } from '../../../platform/toast'
import { useReturn } from '../../../platform/useReturn'
import { useFollowed } from '../../../stores/followed'
import { sessions } from '../../../stores/session'
import { useStore } from '../../../stores/store'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { Stack } from '../../../ui/layout/Section'
import { aboutMatter, MatterFacts } from '../../../ui/matter/MatterFacts'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { similarWords as words } from '../../../words/similar'
import { useLanguage } from '../../../words/useLanguage'
import { sayMoment } from '../../../words/vocabulary'
import styles from './followed.module.scss'

export default function FollowedPage() {
  useLanguage()
  const session = useStore(sessions.requester.store)
  return (
    <Page title={appWords.titles.followed} backTo="me">
      {session === null ? (
        <EmptyState
          icon={<Eye size={28} />}
          title={words.signInTitle}
          action={
            <Button id="followed-sign-in" kind="primary" onPress={() => go('signIn')}>
              {words.signIn}
            </Button>
          }
        >
          {words.signInHelp}
        </EmptyState>
      ) : (
        <Followed />
      )}
    </Page>
  )
}

const Followed = () => {
  const list = useFollowed()
  useReturn(() => void list.reload())
  const matters = list.data?.matters
  return (
    <>
      {list.problem === undefined ? null : (
        <ErrorState problem={list.problem} onRetry={() => void list.reload()} busy={list.busy} />
      )}
      {matters === undefined && list.problem === undefined ? <Skeleton cards={2} lines={3} /> : null}
      {matters?.length === 0 ? (
        <EmptyState icon={<Eye size={28} />} title={words.none}>
          {words.noneHelp}
        </EmptyState>
      ) : null}
      {matters === undefined || matters.length === 0 ? null : (
        <Stack>
          {matters.map((matter) => (
            <MatterCard
              key={matter.id}
              matter={matter}
              onGone={() => list.replace({ matters: matters.filter((one) => one.id !== matter.id) })}
            />
          ))}
        </Stack>
      )}
    </>
  )
}

const said = (instant: string): string => sayMoment(new Date(instant), serverClock.now())

const MatterCard = ({ matter, onGone }: { matter: FollowedMatter; onGone: () => void }) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const unfollow = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await call('unfollow', { params: { id: matter.id } })
      onGone()
      say(words.unfollowed)
    } catch (caught) {
      setProblem(asProblem(caught))
      setBusy(false)
    }
  }
  const { reply } = matter
  return (
    <Card id={`followed-${matter.id}`}>
      <MatterFacts matter={matter} />
      {reply === undefined ? null : (
        <View className={styles.reply}>
          <View className={styles.muted}>{`${words.reply(reply.unitName)} · ${said(reply.at)}`}</View>
          <View className={styles.text}>{reply.text}</View>
        </View>
      )}
      {matter.answered && reply === undefined ? (
        <View className={styles.muted}>{words.notPublished}</View>
      ) : null}
      <View className={styles.foot}>
        <View
          className={styles.muted}
        >{`${matter.cityName} · ${words.followedOn(said(matter.followedAt))}`}</View>
        <Button
          id={`unfollow-${matter.id}`}
          kind="quiet"
          small
          busy={busy}
          label={words.unfollowLabel(aboutMatter(matter))}
          onPress={() => void unfollow()}
        >
          {words.unfollow}
        </Button>
      </View>
      {problem === undefined ? null : <ErrorState problem={problem} />}
    </Card>
  )
}
