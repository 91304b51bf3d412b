import { useState } from 'react'
import { DeskGate } from './DeskGate'
import { ToOwnPage } from './ToOwnPage'
import { deskOf, ownPageOf } from './useStaff'
import { Workbench } from './Workbench'

/**
 * The workbench behind its gate. Which order is open is kept out here, so that it is open again after signing in
 * anew; at another desk it is not.
 */
export const DeskPage = ({ number }: { number: string | undefined }) => {
  const [chosen, setChosen] = useState<{ desk: string; number: string }>()
  return (
    <DeskGate>
      {(staff) => {
        if (ownPageOf(staff) !== 'deskOrders') return <ToOwnPage staff={staff} />
        const desk = deskOf(staff)
        return (
          <Workbench
            staff={staff}
            number={chosen?.desk === desk ? chosen.number : number}
            onChoose={(next) => setChosen({ desk, number: next })}
          />
        )
      }}
    </DeskGate>
  )
}
