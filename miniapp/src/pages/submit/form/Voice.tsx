import { Button, View } from '@tarojs/components'
import { Microphone } from '@nutui/icons-react-taro'
import { useEffect, useRef, useState } from 'react'
import { hearsVoice, listen, type Listening, type VoiceEnd } from '../../../platform/voice'
import { submitWords } from '../../../words/submit'
import styles from './submit.module.scss'

/**
 * Spoken words, added to what is written. Held for as long as one speaks; where nothing can be held (keyboard, mouse) a
 * press begins and another one ends. Not there where nothing can listen.
 */
export const Voice = ({ onHeard }: { onHeard: (words: string) => void }) => {
  const words = submitWords.voice
  const [listening, setListening] = useState(false)
  const [ended, setEnded] = useState<VoiceEnd>()
  const session = useRef<Listening>(undefined)
  const byTouch = useRef(false)
  useEffect(() => () => session.current?.stop(), [])
  if (!hearsVoice) return null

  const begin = () => {
    if (session.current !== undefined) return
    setEnded(undefined)
    setListening(true)
    session.current = listen(onHeard, (why) => {
      session.current = undefined
      setListening(false)
      setEnded(why)
    })
  }
  const end = () => session.current?.stop()
  return (
    <View className={styles.voice}>
      <Button
        id="submit-voice"
        className={`${styles.voiceButton} ${listening ? styles.voiceOn : ''}`}
        aria-pressed={listening}
        onTouchStart={() => {
          byTouch.current = true
          begin()
        }}
        onTouchEnd={end}
        onTouchCancel={end}
        onClick={() => {
          const touched = byTouch.current
          byTouch.current = false
          if (touched) return
          if (session.current === undefined) begin()
          else end()
        }}
      >
        <Microphone size={20} />
        <View>{listening ? words.listening : words.hold}</View>
      </Button>
      <View id="submit-voice-note" className={styles.muted} role="status">
        {ended === undefined || ended === 'heard' ? words.whoHears : words.ended[ended]}
      </View>
    </View>
  )
}
