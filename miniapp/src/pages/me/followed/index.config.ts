import { appWords } from '../../../words/app'

export default definePageConfig({ navigationBarTitleText: appWords.titles.followed })
