import { appWords } from '../../../words/zh/app'

export default definePageConfig({ navigationBarTitleText: appWords.titles.deskKnowledge })
