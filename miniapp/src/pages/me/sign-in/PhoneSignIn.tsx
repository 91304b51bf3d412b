import type { Session } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Button } from '../../../ui/form/Button'
import { TextField } from '../../../ui/form/Field'
import { Card } from '../../../ui/layout/Card'
import { signInWords as words } from '../../../words/me'
import styles from './signIn.module.scss'
import { usePhoneSignIn } from './usePhoneSignIn'

interface PhoneSignInProps {
  title: string
  onSession: (session: Session) => void
}

export const PhoneSignIn = ({ title, onSession }: PhoneSignInProps) => {
  const form = usePhoneSignIn(onSession)
  const asked = form.validMinutes !== undefined
  return (
    <Card title={title}>
      <TextField
        id="sign-in-phone"
        label={words.phone}
        hint={words.phoneHint}
        error={form.errors.phone}
        value={form.phone}
        keyboard="tel"
        maxlength={20}
        autoComplete="tel-national"
        onChange={form.typePhone}
        onBlur={form.tidyPhone}
        onConfirm={() => void form.getCode()}
      />
      <View className={styles.codeRow}>
        <View className={styles.codeField}>
          <TextField
            id="sign-in-code"
            label={words.code}
            hint={asked ? words.codeHint(form.validMinutes ?? 0) : undefined}
            error={form.errors.code}
            value={form.code}
            keyboard="number"
            maxlength={6}
            autoComplete="one-time-code"
            onChange={form.typeCode}
            onConfirm={() => void form.signIn()}
          />
        </View>
        <View className={styles.codeButton}>
          <Button
            id="sign-in-get-code"
            busy={form.busy === 'code'}
            disabled={form.secondsLeft > 0}
            onPress={() => void form.getCode()}
          >
            {form.secondsLeft > 0 ? words.againIn(form.secondsLeft) : asked ? words.again : words.getCode}
          </Button>
        </View>
      </View>
      {form.problem === undefined ? null : (
        <View className={styles.problem} role="alert">
          <ErrorState problem={form.problem} />
        </View>
      )}
      <View className={styles.send}>
        <Button
          id="sign-in-send"
          kind="primary"
          block
          busy={form.busy === 'sign-in'}
          onPress={() => void form.signIn()}
        >
          {words.send}
        </Button>
      </View>
    </Card>
  )
}
