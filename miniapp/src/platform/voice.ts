import { privacyAgreed } from './privacy'

export type VoiceEnd = 'heard' | 'nothing' | 'refused' | 'failed'
export interface Listening {
  stop: () => void
}

/** WeChat's plugin 同声传译, as far as it is used here: https://mp.weixin.qq.com/wxopen/plugindevdoc?appid=wx069ba97219f66d99 */
interface Manager {
  onStop: (result: { result: string }) => void
  onError: (error: { retcode: number; msg?: string }) => void
  start: (options: { duration: number; lang: 'zh_CN' }) => void
  stop: () => void
}
declare const requirePlugin: (name: 'WechatSI') => { getRecordRecognitionManager: () => Manager }

/** The mini-program's owner has to add the plugin to the account first; built without it, the app does not offer it. */
export const hearsVoice: boolean = VOICE_PLUGIN !== ''

/** Milliseconds; the plugin's own limit is a minute. */
const LONGEST_MS = 60_000

/** Listens until it is told to stop, or a minute is over. */
export const listen = (onHeard: (words: string) => void, onEnd: (why: VoiceEnd) => void): Listening => {
  let stopped = false
  let manager: Manager | undefined
  void privacyAgreed().then((agreed) => {
    if (!agreed) {
      onEnd('refused')
      return
    }
    if (stopped) {
      onEnd('nothing')
      return
    }
    manager = requirePlugin('WechatSI').getRecordRecognitionManager()
    manager.onStop = ({ result }) => {
      const words = result.trim()
      if (words !== '') onHeard(words)
      onEnd(words === '' ? 'nothing' : 'heard')
    }
    manager.onError = ({ msg = '' }) => onEnd(/auth|deny|permission/.test(msg) ? 'refused' : 'failed')
    manager.start({ duration: LONGEST_MS, lang: 'zh_CN' })
  })
  return {
    stop: () => {
      stopped = true
      manager?.stop()
    },
  }
}
