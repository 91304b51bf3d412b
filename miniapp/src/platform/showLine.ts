/** WeChat gives no way to a line inside a text field; see the twin for the H5. */
export const showLine = (_id: string, _line: number): void => undefined
