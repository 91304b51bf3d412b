import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function DeskOrderPage() {
  return (
    <Page title={appWords.titles.deskOrder}>
      <Skeleton cards={2} />
    </Page>
  )
}
