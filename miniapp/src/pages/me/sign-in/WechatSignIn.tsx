import type { Session } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Weixin } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { ApiProblem, asProblem } from '../../../api/problem'
import { wechatCode } from '../../../platform/login'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { signInWords as words } from '../../../words/me'
import styles from './signIn.module.scss'

/** One press in WeChat; asks for nothing beyond the identity in this mini-program. */
export const WechatSignIn = ({ onSession }: { onSession: (session: Session) => void }) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()

  const signIn = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const code = await wechatCode()
      if (code === undefined)
        throw new ApiProblem({
          code: 'wrong-credentials',
          title: words.noWechatTitle,
          detail: words.noWechat,
        })
      onSession(await call('signInByWechat', { body: { code } }))
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }

  return (
    <View className={styles.block}>
      <Card>
        <Button id="sign-in-wechat" kind="primary" block busy={busy} onPress={() => void signIn()}>
          <Weixin size={20} />
          {words.wechat}
        </Button>
        <View className={styles.note}>{words.wechatHelp}</View>
        {problem === undefined ? null : (
          <View className={styles.problem} role="alert">
            <ErrorState problem={problem} />
          </View>
        )}
      </Card>
    </View>
  )
}
