/** Tells when another tab or window of this browser changed what is kept. */
export const onOtherTab = (listener: () => void): void => window.addEventListener('storage', listener)

/**
 * Runs something that no other tab runs at the same time under the same name, after those that began before. What is
 * guarded has to be safe without it: older browsers have no locks.
 */
export const alone = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
  const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>
  return locks === undefined ? run() : await locks.request(`jiesu:${name}`, run)
}
