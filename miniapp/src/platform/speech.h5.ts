import { createStore, useStore } from '../stores/store'
import type { Listening, SpokenSentence } from './speech'

const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : undefined

const matches = (voice: SpeechSynthesisVoice, language: string): boolean =>
  voice.lang.replace('_', '-').toLowerCase().startsWith(language.toLowerCase())

/** A voice of the country first, then of the language; one on the device before one that needs the network. */
const voiceFor = (language: SpokenSentence['language']): SpeechSynthesisVoice | undefined => {
  const voices = synthesis?.getVoices() ?? []
  const fitting = [language, language.slice(0, 2)].map((one) => voices.filter((voice) => matches(voice, one)))
  const best = fitting.find((some) => some.length > 0) ?? []
  return best.find((voice) => voice.localService) ?? best[0]
}

/** Browsers know their voices only a while after the start. */
const speaks = createStore(voiceFor('zh-CN') !== undefined)
synthesis?.addEventListener('voiceschanged', () => speaks.set(voiceFor('zh-CN') !== undefined))

/** Whether a voice for Chinese is there; what reads aloud is not shown where none is. */
export const useSpeech = (): boolean => useStore(speaks)

/** Calm enough to follow. */
const RATE = 0.9

/** Reads from a sentence on until the end; what is given back stops it. */
export const readOut = (sentences: readonly SpokenSentence[], from: number, listening: Listening) => {
  let over = false
  const stop = () => {
    if (over) return
    over = true
    synthesis?.cancel()
  }
  const say = (at: number): void => {
    if (over) return
    const sentence = sentences[at]
    if (sentence === undefined) {
      over = true
      listening.onEnd()
      return
    }
    const utterance = new SpeechSynthesisUtterance(sentence.text)
    utterance.lang = sentence.language
    utterance.voice = voiceFor(sentence.language) ?? null
    utterance.rate = RATE
    utterance.onend = () => say(at + 1)
    utterance.onerror = () => {
      if (over) return
      over = true
      listening.onFail()
    }
    listening.onSentence(at)
    synthesis?.speak(utterance)
  }
  // What another page left behind.
  synthesis?.cancel()
  say(from)
  return stop
}
