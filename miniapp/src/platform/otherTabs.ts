/** WeChat runs a mini-program once; see the twin for the H5. */
export const onOtherTab = (_listener: () => void): void => undefined

export const alone = async <T>(_name: string, run: () => Promise<T>): Promise<T> => run()
