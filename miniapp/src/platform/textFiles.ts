export interface TextFile {
  name: string
  text: string
}

/** Whether files of the device can be read here; in WeChat texts are pasted. See the twin for the H5. */
export const readsTextFiles: boolean = false

/** Lets the person choose text files; nothing when they change their mind. */
export const chooseTextFiles = (): Promise<TextFile[]> => Promise.resolve([])
