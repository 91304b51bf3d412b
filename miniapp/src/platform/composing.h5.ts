/** True while an input method is still collecting letters: pinyin on its way to characters is no question yet. */
export const isComposing = (event: unknown): boolean =>
  (event as { nativeEvent?: { isComposing?: boolean } }).nativeEvent?.isComposing === true
