import { View } from '@tarojs/components'
import type { LiveState } from '../../api/live/keepConnected'
import { liveWords as words } from '../../words/live'
import { Button } from '../form/Button'
import styles from './liveSign.module.scss'

interface LiveSignProps {
  id: string
  state: LiveState
  /** Reads everything anew, by hand. */
  onRefresh: () => void
  /** Says nothing while all is well. */
  quiet?: boolean
}

const isBroken = (state: LiveState): boolean => state === 'lost' || state === 'off'

/** A calm word on whether the page keeps up to date; when it does not, a way to refresh it by hand. */
export const LiveSign = ({ id, state, onRefresh, quiet = false }: LiveSignProps) => {
  const broken = isBroken(state)
  const said = quiet && !broken ? '' : words.states[state]
  return (
    <View
      className={`${styles.sign} ${quiet && said === '' ? styles.nothing : ''} ${broken ? styles.broken : ''}`}
    >
      <View id={id} role="status" className={styles.words}>
        {said === '' ? null : (
          <>
            <View className={`${styles.dot} ${state === 'live' ? styles.live : ''}`} />
            <View>{said}</View>
          </>
        )}
      </View>
      {broken ? (
        <Button id={`${id}-refresh`} kind="quiet" small onPress={onRefresh}>
          {words.refresh}
        </Button>
      ) : null}
    </View>
  )
}
