/** A mini-program's pages have no visible address. */
export const showAddress = (_address: string): void => undefined
export const updateAddress = (_address: string): void => undefined
