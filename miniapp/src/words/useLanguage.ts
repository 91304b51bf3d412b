import type { Language } from '@jiesu/shared-types/vocabulary'
import { useDidShow } from '@tarojs/taro'
import { chosenLanguage } from '../stores/language'
import { speak, useSpokenLanguage } from './language'

const chosen = (): Language => chosenLanguage.get() ?? 'zh-CN'
const speakIfThere = (language: Language): Promise<void> =>
  // Without a network the words of another language may not be there: the former stay, and the next page tries again.
  speak(language).catch(() => undefined)

/** Before the first page is drawn. */
export const speakChosen = (): Promise<void> => speakIfThere(chosen())

/** Keeps the person's choice, and speaks it; what was typed stays, for pages are drawn anew and not opened anew. */
export const chooseLanguage = async (language: Language): Promise<void> => {
  chosenLanguage.set(language)
  await speakIfThere(language)
}

/**
 * Called once in every page of citizens: it speaks the chosen language whenever it is shown, and is drawn anew, with
 * everything in it, when that changes.
 */
export const useLanguage = (): Language => {
  useDidShow(() => void speakChosen())
  return useSpokenLanguage()
}

/** The same for pages of the desk, which speak Chinese. */
export const useChinese = (): void => {
  useDidShow(() => void speakIfThere('zh-CN'))
  useSpokenLanguage()
}

/** The language that is not spoken now, and the turn to it. */
export const useOtherLanguage = (): { other: Language; turn: () => void } => {
  const other = useSpokenLanguage() === 'en' ? 'zh-CN' : 'en'
  return { other, turn: () => void chooseLanguage(other) }
}
