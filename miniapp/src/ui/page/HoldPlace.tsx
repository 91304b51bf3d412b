import type { ReactNode } from 'react'

/** The mini-program keeps its own place. See the twin for the H5. */
export const HoldPlace = ({ children }: { of: unknown; children: ReactNode }) => children
