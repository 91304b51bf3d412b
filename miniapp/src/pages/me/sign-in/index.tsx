import type { Session } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { goBack } from '../../../navigate'
import { hasWechat } from '../../../platform/login'
import { say } from '../../../platform/toast'
import { sessions } from '../../../stores/session'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { signInWords as words } from '../../../words/me'
import { useLanguage } from '../../../words/useLanguage'
import { PhoneSignIn } from './PhoneSignIn'
import { WechatSignIn } from './WechatSignIn'
import styles from './signIn.module.scss'

/** Keeps the session and returns to where signing in was asked for. */
const enter = (session: Session) => {
  sessions.requester.keep(session)
  say(words.welcome)
  goBack('me')
}

export default function SignInPage() {
  useLanguage()
  return (
    <Page title={appWords.titles.signIn} backTo="me">
      <View className={styles.intro}>{words.intro}</View>
      {hasWechat ? <WechatSignIn onSession={enter} /> : null}
      <PhoneSignIn title={hasWechat ? words.orPhone : words.byPhone} onSession={enter} />
      <View className={styles.privacy}>{words.privacy}</View>
    </Page>
  )
}
