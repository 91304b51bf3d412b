import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { focusOn } from '../../../platform/focus'
import { sessions } from '../../../stores/session'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { TextField } from '../../../ui/form/Field'
import { Card } from '../../../ui/layout/Card'
import { LinkTo } from '../../../ui/page/LinkTo'
import { deskWords as words } from '../../../words/zh/desk'
import styles from './signIn.module.scss'

interface SignInFormProps {
  /** The session ran out while somebody was at work here. */
  again: boolean
}

/** Account and password of operators and unit handlers. */
export const SignInForm = ({ again }: SignInFormProps) => {
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()

  const signIn = async () => {
    setTried(true)
    setProblem(undefined)
    const missing = account.trim() === '' ? 'desk-account' : password === '' ? 'desk-password' : undefined
    if (missing !== undefined) {
      focusOn(missing)
      return
    }
    setBusy(true)
    try {
      sessions.staff.keep(await call('signInStaff', { body: { account: account.trim(), password } }))
    } catch (caught) {
      setProblem(asProblem(caught))
      setBusy(false)
    }
  }

  return (
    <View className={styles.box}>
      {again ? (
        <View className={styles.again}>
          <Notice id="desk-session-over" tone="soon" title={words.sessionOver}>
            {words.sessionOverHelp}
          </Notice>
        </View>
      ) : null}
      <Card title={words.name}>
        <View className={styles.intro}>{words.signInIntro}</View>
        <TextField
          id="desk-account"
          label={words.account}
          error={tried && account.trim() === '' ? words.accountMissing : undefined}
          value={account}
          maxlength={60}
          autoComplete="username"
          onChange={setAccount}
          onConfirm={() => focusOn('desk-password')}
        />
        <TextField
          id="desk-password"
          label={words.password}
          error={tried && password === '' ? words.passwordMissing : undefined}
          value={password}
          password
          maxlength={200}
          autoComplete="current-password"
          onChange={setPassword}
          onConfirm={() => void signIn()}
        />
        {problem === undefined ? null : (
          <View className={styles.problem} role="alert">
            <ErrorState problem={problem} />
          </View>
        )}
        <View className={styles.send}>
          <Button id="desk-sign-in" kind="primary" block busy={busy} onPress={() => void signIn()}>
            {words.signIn}
          </Button>
        </View>
      </Card>
      <View className={styles.citizen}>
        <View>{words.signInForCitizen}</View>
        <LinkTo page="home" className={styles.citizenLink}>
          {words.toCitizen}
        </LinkTo>
      </View>
    </View>
  )
}
