import type { TextFile } from './textFiles'

export const readsTextFiles: boolean = true

const pick = (): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.json,application/json,text/plain'
    input.multiple = true
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })

/** Lets the person choose text files; nothing when they change their mind. */
export const chooseTextFiles = async (): Promise<TextFile[]> =>
  Promise.all((await pick()).map(async (file) => ({ name: file.name, text: await file.text() })))
