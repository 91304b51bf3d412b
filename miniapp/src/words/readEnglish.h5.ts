/** English is a file of its own, fetched when somebody chose it. */
export const readEnglish = () => import(/* webpackChunkName: "english" */ './en')
