/** WeChat hands over what an input method has finished; see the twin for the H5. */
export const isComposing = (_event: unknown): boolean => false
