import type { Identity } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { User, UserF } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { go } from '../../../navigate'
import { say } from '../../../platform/toast'
import { sessions } from '../../../stores/session'
import { useStore } from '../../../stores/store'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { meWords as words } from '../../../words/me'
import styles from './me.module.scss'

/** 138****0000, or 微信用户 for somebody who signed in by WeChat alone. */
const nameOf = (identity: Identity): string =>
  identity.kind === 'requester' ? (identity.phone ?? words.byWechat) : identity.name

const wayOf = (identity: Identity): string =>
  identity.kind === 'requester' && identity.phone === undefined
    ? words.signedInBy.wechat
    : words.signedInBy.phone

/** Who is signed in on this device, with the way in or out. */
export const WhoIAm = () => {
  const session = useStore(sessions.requester.store)
  const [leaving, setLeaving] = useState(false)
  const token = session?.token
  // Asks whether the portal still knows this session; a refusal signs out here as well.
  useRemote(token === undefined ? null : `who:${token.slice(-12)}`, async () => {
    const { identity } = await call('getMe', {})
    if (identity === null && token !== undefined) sessions.forget(token)
    return identity
  })

  const leave = () => {
    // Away from a network the session still ends on this device; the portal lets it run out.
    void call('signOut', {}).catch(() => undefined)
    sessions.requester.keep(null)
    setLeaving(false)
    say(words.signedOut)
  }

  if (session === null)
    return (
      <Card>
        <View className={styles.who}>
          <View className={styles.face}>
            <User size={28} />
          </View>
          <View className={styles.whoWords}>
            <View id="me-name" className={styles.name}>
              {words.guest}
            </View>
          </View>
        </View>
        <View className={styles.help}>{words.guestHelp}</View>
        <Button id="me-sign-in" kind="primary" block onPress={() => go('signIn')}>
          {words.signIn}
        </Button>
      </Card>
    )

  return (
    <Card>
      <View className={styles.who}>
        <View className={`${styles.face} ${styles.known}`}>
          <UserF size={28} />
        </View>
        <View className={styles.whoWords}>
          <View id="me-name" className={styles.name}>
            {nameOf(session.identity)}
          </View>
          <View className={styles.way}>{wayOf(session.identity)}</View>
        </View>
        {leaving ? null : (
          <Button id="me-sign-out" kind="quiet" onPress={() => setLeaving(true)}>
            {words.signOut}
          </Button>
        )}
      </View>
      {leaving ? (
        <View className={styles.leaving} role="alert">
          <View>{words.signOutSure}</View>
          <View className={styles.ways}>
            <Button id="me-sign-out-yes" onPress={leave}>
              {words.signOutYes}
            </Button>
            <Button id="me-sign-out-no" kind="quiet" onPress={() => setLeaving(false)}>
              {words.signOutNo}
            </Button>
          </View>
        </View>
      ) : null}
    </Card>
  )
}
