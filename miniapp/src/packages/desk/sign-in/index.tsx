import { useEffect } from 'react'
import { replaceWith } from '../../../navigate'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { useChinese } from '../../../words/useLanguage'
import { SignInForm } from '../parts/SignInForm'
import { ownPageOf, useStaff } from '../parts/useStaff'

/** The workbench's own door; whoever is signed in already goes straight on. */
export default function DeskSignInPage() {
  useChinese()
  const staff = useStaff()
  useEffect(() => {
    if (staff !== undefined) replaceWith(ownPageOf(staff))
  }, [staff])
  return (
    <Page title={appWords.titles.deskSignIn} ownHeading>
      <SignInForm again={false} />
    </Page>
  )
}
