import type { OrderView } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { go } from '../../../navigate'
import { focusOn } from '../../../platform/focus'
import { Button } from '../../../ui/form/Button'
import { BottomBar } from '../../../ui/layout/BottomBar'
import { orderWords as words } from '../../../words/order'
import styles from './view.module.scss'

/** Parts of the page that are folded until somebody wants them. */
export type FoldedPart = 'supplement' | 'remind'

/** Which part was asked for, and for which time: asked for again it opens again. */
export interface Wanted {
  part: FoldedPart
  time: number
}

interface Action {
  id: string
  name: string
  onPress: () => void
}

/** The one thing that the order waits for, if it waits for its requester. */
const mainAction = ({ allowed, number }: OrderView): Action | undefined => {
  if (allowed.includes('rate'))
    return { id: 'order-rate', name: words.rateNow, onPress: () => go('rate', { number }) }
  if (allowed.includes('giveInformation'))
    return { id: 'order-do-inform', name: words.question, onPress: () => focusOn('order-information') }
  if (allowed.includes('contestDecline'))
    return { id: 'order-do-contest', name: words.contestDo, onPress: () => focusOn('order-contest-reason') }
  return undefined
}

const others = ({ allowed }: OrderView, onWant: (part: FoldedPart) => void): Action[] =>
  (['supplement', 'remind'] as const)
    .filter((part) => allowed.includes(part))
    .map((part) => ({ id: `order-do-${part}`, name: words[part], onPress: () => onWant(part) }))

/** What this reader may do now, at the thumb; the forms themselves stand further up on the page. */
export const Actions = ({ view, onWant }: { view: OrderView; onWant: (part: FoldedPart) => void }) => {
  const main = mainAction(view)
  const rest = others(view, onWant)
  if (main === undefined && rest.length === 0) return undefined
  return (
    <BottomBar>
      {rest.map(({ id, name, onPress }) => (
        <View key={id} className={main === undefined ? styles.grow : ''}>
          <Button id={id} block onPress={onPress}>
            {name}
          </Button>
        </View>
      ))}
      {main === undefined ? null : (
        <View className={styles.grow}>
          <Button id={main.id} kind="primary" block onPress={main.onPress}>
            {main.name}
          </Button>
        </View>
      )}
    </BottomBar>
  )
}
