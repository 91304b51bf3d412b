import type { StaffIdentity } from '@jiesu/shared-types'
import { useEffect } from 'react'
import { replaceWith } from '../../../navigate'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { ownPageOf } from './useStaff'

/** This page is not for whoever signed in: it makes room for their own. */
export const ToOwnPage = ({ staff }: { staff: StaffIdentity }) => {
  const own = ownPageOf(staff)
  useEffect(() => replaceWith(own), [own])
  return (
    <Page title={appWords.titles[own]}>
      <Skeleton />
    </Page>
  )
}
