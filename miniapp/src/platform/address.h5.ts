/** Puts into the address bar what is shown now, so that a reload or a copied address leads back to it. */
export const showAddress = (address: string): void => {
  window.history.replaceState(window.history.state, '', address)
}

/** The same for a page that may have been left meanwhile: the address of another page stays. */
export const updateAddress = (address: string): void => {
  if (new URL(address, window.location.href).pathname === window.location.pathname) showAddress(address)
}
