import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function SubmitPage() {
  return (
    <Page title={appWords.titles.submit}>
      <Skeleton cards={2} />
    </Page>
  )
}
