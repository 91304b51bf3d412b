import type { Language } from '@jiesu/shared-types/vocabulary'
import type { TabName } from '../routes'

/** Tells the browser and screen readers which language the document speaks. */
export const markLanguage = (language: Language): void => {
  document.documentElement.lang = language
}

/** The window's title; the router has only the Chinese one. */
export const namePage = (title: string): void => {
  document.title = title
}

/** The page frame draws the tabs itself. */
export const nameTabs = (_names: Readonly<Record<TabName, string>>): void => undefined
