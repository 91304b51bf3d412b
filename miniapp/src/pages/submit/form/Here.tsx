import type { CityProfile, FoundPlace } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Location } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call } from '../../../api/client'
import { askPosition, knowsPosition } from '../../../platform/position'
import { Button } from '../../../ui/form/Button'
import { submitWords } from '../../../words/submit'
import styles from './submit.module.scss'

type Found = 'nothing' | 'looking' | 'refused' | 'unknown' | 'far' | readonly FoundPlace[]

const look = async (city: string): Promise<Found> => {
  const position = await askPosition()
  if (typeof position === 'string') return position
  const answer = await call('guessPlace', { body: { city, ...position } }).catch(() => undefined)
  if (answer === undefined) return 'unknown'
  return answer.places.length === 0 ? 'far' : answer.places
}

interface HereProps {
  profile: CityProfile
  onChoose: (place: FoundPlace) => void
}

/** The present position, only when it is asked for: a guess that the person confirms, then forgotten. */
export const Here = ({ profile, onChoose }: HereProps) => {
  const words = submitWords.here
  const [found, setFound] = useState<Found>('nothing')
  if (!knowsPosition) return null
  const ask = async () => {
    setFound('looking')
    setFound(await look(profile.id))
  }
  const [likely, ...others] = typeof found === 'string' ? [] : found
  return (
    <View className={styles.here}>
      <View className={styles.hereAsk}>
        <Button id="submit-here" kind="quiet" small busy={found === 'looking'} onPress={() => void ask()}>
          <Location size={16} />
          {found === 'looking' ? words.looking : words.ask}
        </Button>
        <View className={styles.muted}>{words.forgotten}</View>
      </View>
      <View id="submit-here-answer" aria-live="polite">
        {likely === undefined ? null : (
          <View className={styles.guess}>
            <View>{words.guess(likely.name)}</View>
            <View className={styles.guessAnswers}>
              <Button
                id="submit-here-yes"
                small
                onPress={() => {
                  onChoose(likely)
                  setFound('nothing')
                }}
              >
                {words.yes}
              </Button>
              {others.map((place) => (
                <Button
                  key={place.district}
                  id={`submit-here-${place.district}`}
                  small
                  onPress={() => {
                    onChoose(place)
                    setFound('nothing')
                  }}
                >
                  {words.rather(place.name)}
                </Button>
              ))}
              <Button id="submit-here-no" kind="quiet" small onPress={() => setFound('nothing')}>
                {words.no}
              </Button>
            </View>
          </View>
        )}
        {found === 'refused' || found === 'unknown' ? (
          <View className={styles.guess}>{words.without[found]}</View>
        ) : null}
        {found === 'far' ? <View className={styles.guess}>{words.far(profile.name)}</View> : null}
      </View>
    </View>
  )
}
