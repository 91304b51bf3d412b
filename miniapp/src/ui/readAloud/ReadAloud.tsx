import { View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { VolumeMax } from '@nutui/icons-react-taro'
import { useEffect, useRef, useState } from 'react'
import { readOut, useSpeech } from '../../platform/speech'
import { readAloudWords as words } from '../../words/readAloud'
import { Button } from '../form/Button'
import styles from './readAloud.module.scss'
import { languageOf, spellNumbers, splitSentences } from './sentences'

interface ReadAloudProps {
  id: string
  /** What is read, composed when it begins: a countdown is then as it stands. */
  compose: () => readonly string[]
}

interface Reading {
  sentences: readonly string[]
  at: number
  state: 'reading' | 'paused' | 'failed'
}

/**
 * 朗读: reads the page's matter sentence by sentence, with the sentence marked that is being read. A pause goes on at
 * the same sentence. Nothing is shown where no voice is.
 */
export const ReadAloud = ({ id, compose }: ReadAloudProps) => {
  const speaks = useSpeech()
  const [reading, setReading] = useState<Reading>()
  const stop = useRef<() => void>(undefined)

  const quiet = () => {
    stop.current?.()
    stop.current = undefined
  }
  useEffect(() => quiet, [])
  useDidHide(() => {
    quiet()
    setReading(undefined)
  })
  if (!speaks) return null

  const read = (sentences: readonly string[], from: number) => {
    quiet()
    setReading({ sentences, at: from, state: 'reading' })
    stop.current = readOut(
      sentences.map((sentence) => ({ text: spellNumbers(sentence), language: languageOf(sentence) })),
      from,
      {
        onSentence: (at) => setReading({ sentences, at, state: 'reading' }),
        onEnd: () => setReading(undefined),
        onFail: () => setReading((now) => (now === undefined ? now : { ...now, state: 'failed' })),
      },
    )
  }
  const press = () => {
    if (reading === undefined) read(splitSentences(compose()), 0)
    else if (reading.state === 'reading') {
      quiet()
      setReading({ ...reading, state: 'paused' })
    } else read(reading.sentences, reading.at)
  }

  return (
    <View className={reading === undefined ? '' : styles.open}>
      <View className={styles.controls}>
        <Button id={id} onPress={press}>
          <VolumeMax size={20} />
          {reading === undefined ? words.read : reading.state === 'reading' ? words.pause : words.goOn}
        </Button>
        {reading === undefined ? null : (
          <Button
            id={`${id}-stop`}
            kind="quiet"
            onPress={() => {
              quiet()
              setReading(undefined)
            }}
          >
            {words.stop}
          </Button>
        )}
      </View>
      {reading?.state === 'failed' ? (
        <View role="status" className={styles.failed}>
          {words.failed}
        </View>
      ) : null}
      {reading === undefined ? null : (
        <View id={`${id}-text`} className={styles.text}>
          {reading.sentences.map((sentence, at) => (
            <View
              key={at}
              className={`${styles.sentence} ${at === reading.at ? styles.now : ''}`}
              aria-current={at === reading.at ? 'true' : undefined}
            >
              {sentence}
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
