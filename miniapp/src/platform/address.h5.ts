/** Puts into the address bar what is shown now, so that a reload or a copied address leads back to it. */
export const showAddress = (address: string): void => {
  window.history.replaceState(window.history.state, '', address)
}
