import { useState } from 'react'
import { Notice } from '../feedback/Notice'
import { Button } from './Button'

interface SureButtonProps {
  id: string
  /** What is lost. */
  ask: string
  yes: string
  no: string
  disabled?: boolean
  label?: string
  onSure: () => void
  children: string
}

/** Does something that cannot be taken back, after asking once more in its place. */
export const SureButton = ({
  id,
  ask,
  yes,
  no,
  disabled = false,
  label,
  onSure,
  children,
}: SureButtonProps) => {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button
        id={id}
        kind="quiet"
        small
        disabled={disabled}
        {...(label === undefined ? {} : { label })}
        onPress={() => setAsked(true)}
      >
        {children}
      </Button>
    )
  return (
    <Notice
      tone="soon"
      title={ask}
      actions={
        <>
          <Button
            id={`${id}-yes`}
            kind="danger"
            small
            onPress={() => {
              setAsked(false)
              onSure()
            }}
          >
            {yes}
          </Button>
          <Button id={`${id}-no`} small onPress={() => setAsked(false)}>
            {no}
          </Button>
        </>
      }
    />
  )
}
