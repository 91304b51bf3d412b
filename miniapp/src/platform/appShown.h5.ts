/** Calls back whenever somebody turns to the app again. */
export const onAppShown = (listener: () => void): void =>
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') listener()
  })
