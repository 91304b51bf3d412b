import type { Listening, VoiceEnd } from './voice'

/** As much of the Web Speech API as is used here; TypeScript's own types leave it out. */
interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult:
    | ((event: {
        resultIndex: number
        results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>
      }) => void)
    | null
  onerror: ((event: { error: string }) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
}
type Recognizer = new () => Recognition

const recognizer = (): Recognizer | undefined => {
  const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as Record<
    string,
    Recognizer | undefined
  >
  return SpeechRecognition ?? webkitSpeechRecognition
}

/** Whether this browser turns speech into text. */
export const hearsVoice: boolean = window.isSecureContext && recognizer() !== undefined

const REFUSALS = ['not-allowed', 'service-not-allowed']

/** Listens until it is told to stop, or has heard enough. */
export const listen = (onHeard: (words: string) => void, onEnd: (why: VoiceEnd) => void): Listening => {
  const Recognizer = recognizer()
  if (Recognizer === undefined) throw new TypeError('no speech recognition here')
  const recognition = new Recognizer()
  let why: VoiceEnd = 'nothing'
  recognition.lang = 'zh-CN'
  recognition.continuous = true
  recognition.interimResults = false
  recognition.onresult = ({ resultIndex, results }) => {
    const words = Array.from(results)
      .slice(resultIndex)
      .flatMap((result) => (result.isFinal ? [result[0]?.transcript ?? ''] : []))
      .join('')
      .trim()
    if (words === '') return
    why = 'heard'
    onHeard(words)
  }
  recognition.onerror = ({ error }) => {
    if (REFUSALS.includes(error)) why = 'refused'
    else if (why !== 'heard' && error !== 'no-speech') why = 'failed'
  }
  recognition.onend = () => onEnd(why)
  recognition.start()
  return { stop: () => recognition.stop() }
}
