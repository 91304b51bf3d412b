/** Opens the dialler, or on a desktop whatever takes telephone links there. */
export const dial = (number: string): void => {
  window.location.assign(`tel:${number.replace(/[^\d+]/g, '')}`)
}
