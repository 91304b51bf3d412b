import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function DeskSignInPage() {
  return (
    <Page title={appWords.titles.deskSignIn}>
      <Skeleton cards={2} />
    </Page>
  )
}
