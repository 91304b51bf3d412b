import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function ProgressPage() {
  return (
    <Page title={appWords.titles.progress} tab="progress">
      <Skeleton cards={2} />
    </Page>
  )
}
