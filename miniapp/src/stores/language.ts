import { isLanguage, type Language } from '@jiesu/shared-types/vocabulary'
import { deviceIsChinese } from '../platform/deviceLanguage'
import { persistentStore } from './store'

const isChoice = (kept: unknown): kept is Language | null => kept === null || isLanguage(kept)

/** The language that the person chose on this device; null before any choice, which means Chinese. */
export const chosenLanguage = persistentStore<Language | null>('language', null, isChoice)

/** A phone that is set to another language, on which nobody has chosen yet: English is offered, not imposed. */
export const offersEnglish = (choice: Language | null): boolean => choice === null && !deviceIsChinese()
