import { appWords } from '../../../words/zh/app'

export default definePageConfig({
  navigationBarTitleText: appWords.titles.order,
  enableShareAppMessage: true,
  // The H5 has a button for it, and the browser a gesture of its own.
  enablePullDownRefresh: process.env.TARO_ENV !== 'h5',
})
