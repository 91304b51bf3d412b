import Taro from '@tarojs/taro'

export interface SpokenSentence {
  /** As the voice is to say it. */
  text: string
  language: 'zh-CN' | 'en-US'
}

export interface Listening {
  /** The sentence that begins now. */
  onSentence: (at: number) => void
  onEnd: () => void
  /** The voice could not go on. */
  onFail: () => void
}

/** WeChat's plugin 同声传译 (wx069ba97219f66d99), see docs/speech.md: a file to play for each sentence. */
interface WechatSI {
  textToSpeech(ask: {
    lang: 'zh_CN' | 'en_US'
    tts: true
    content: string
    success: (answer: { filename: string }) => void
    fail: () => void
  }): void
}
declare const requirePlugin: (name: 'WechatSI') => WechatSI

/** The plugin belongs to an account that was granted it: only a build that names its version asks for it. */
const plugin = (): WechatSI | undefined => {
  if (VOICE_PLUGIN === '') return undefined
  try {
    return requirePlugin('WechatSI')
  } catch {
    return undefined
  }
}
const voice = plugin()

/** Whether something can read out here; what reads aloud is not shown where nothing can. */
export const useSpeech = (): boolean => voice !== undefined

/** Reads from a sentence on until the end; what is given back stops it. */
export const readOut = (sentences: readonly SpokenSentence[], from: number, listening: Listening) => {
  const player = Taro.createInnerAudioContext()
  let over = false
  let next = from
  const stop = () => {
    if (over) return
    over = true
    player.destroy()
  }
  const fail = () => {
    if (over) return
    stop()
    listening.onFail()
  }
  const say = (at: number): void => {
    if (over) return
    const sentence = sentences[at]
    if (sentence === undefined) {
      stop()
      listening.onEnd()
      return
    }
    voice?.textToSpeech({
      lang: sentence.language === 'zh-CN' ? 'zh_CN' : 'en_US',
      tts: true,
      content: sentence.text,
      success: ({ filename }) => {
        if (over) return
        listening.onSentence(at)
        player.src = filename
        player.play()
      },
      fail,
    })
    next = at + 1
  }
  player.onEnded(() => say(next))
  player.onError(fail)
  say(from)
  return stop
}
