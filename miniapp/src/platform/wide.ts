/** Whether there is room for two columns; a phone has none. See the twin for the H5. */
export const useWide = (): boolean => false
