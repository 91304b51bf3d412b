import { useEffect } from 'react'
import { updateAddress } from '../../../platform/address'
import { useReturn } from '../../../platform/useReturn'

/** Keeps the page's address at what it shows; also after another page was open over it. */
export const useShownAddress = (address: string): void => {
  useEffect(() => updateAddress(address), [address])
  useReturn(() => updateAddress(address))
}
