import { View } from '@tarojs/components'
import { go } from '../../../navigate'
import { sessions } from '../../../stores/session'
import { useStore } from '../../../stores/store'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { orderWords as words } from '../../../words/order'
import { LookupForm } from '../../progress/home/LookupForm'
import styles from './view.module.scss'

interface UnlockProps {
  number: string
  /** The reader could see the order until just now: the rest of the page stays where it was. */
  again: boolean
  onOpened: () => void
}

/** Proof that this is the reader's order: the query code, or the account with which it was submitted. */
export const Unlock = ({ number, again, onOpened }: UnlockProps) => {
  const signedIn = useStore(sessions.requester.store) !== null
  return (
    <Card id="order-unlock" title={again ? words.expired : words.locked}>
      <View className={styles.lockedWords}>{again ? words.expiredDetail : words.lockedDetail}</View>
      <LookupForm number={number} codeOnly onOpened={onOpened} />
      {signedIn ? null : (
        <Button id="order-sign-in" kind="quiet" onPress={() => go('signIn')}>
          {words.orSignIn}
        </Button>
      )}
    </Card>
  )
}
