import { DeskGate } from '../parts/DeskGate'
import { ToOwnPage } from '../parts/ToOwnPage'
import { ownPageOf } from '../parts/useStaff'
import { RulesDesk } from './RulesDesk'

/** The administrator's page: what a change of the city's rules would do to the orders that are there. */
export default function DeskRulesPage() {
  return (
    <DeskGate>
      {(staff) =>
        ownPageOf(staff) === 'deskRules' ? <RulesDesk staff={staff} /> : <ToOwnPage staff={staff} />
      }
    </DeskGate>
  )
}
