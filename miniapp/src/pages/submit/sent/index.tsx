import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function SentPage() {
  return (
    <Page title={appWords.titles.sent}>
      <Skeleton cards={2} />
    </Page>
  )
}
