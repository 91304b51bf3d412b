import type { StaffIdentity } from '@jiesu/shared-types'
import type { ReactNode } from 'react'
import { sessions } from '../../../stores/session'
import { useStore } from '../../../stores/store'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { useChinese } from '../../../words/useLanguage'
import { SignInForm } from './SignInForm'
import { useStaff } from './useStaff'

/**
 * Asks to sign in where it is needed, in place: after signing in, the page that was asked for stands there with
 * everything that was written.
 */
export const DeskGate = ({ children }: { children: (staff: StaffIdentity) => ReactNode }) => {
  useChinese()
  const staff = useStaff()
  const ranOut = useStore(sessions.staff.ranOut)
  if (staff !== undefined) return children(staff)
  return (
    <Page title={appWords.titles.deskSignIn} ownHeading="unseen">
      <SignInForm again={ranOut} />
    </Page>
  )
}
