import { usePageNotFound } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { dropOldAnswers } from './api/keptAnswers'
import { replaceWith } from './navigate'
import './platform/start'
import './platform/ground'
import './platform/firstPicture'
import './platform/missingCode'
import './outbox/start'
import './platform/startLanguage'
// What every page shows comes with the first load instead of after it.
import './ui/feedback/Skeleton'
import './ui/page/Page'
import './app.scss'

dropOldAnswers(Date.now())

export default function App({ children }: { children?: ReactNode }) {
  usePageNotFound(() => replaceWith('lost'))
  return children
}
