import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function RatePage() {
  return (
    <Page title={appWords.titles.rate}>
      <Skeleton cards={2} />
    </Page>
  )
}
