import type { ReactNode } from 'react'

/** Phones have no room for a column of context; see the twin for the H5. */
export const SideColumn = (_: { children: ReactNode }) => null
