/** WeChat has no keyboard to close a sheet with and moves no focus; see the twin for the H5. */
export const useDialogKeys = (_id: string, _onClose: () => void): void => undefined
