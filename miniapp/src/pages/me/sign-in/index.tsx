import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function SignInPage() {
  return (
    <Page title={appWords.titles.signIn}>
      <Skeleton cards={2} />
    </Page>
  )
}
