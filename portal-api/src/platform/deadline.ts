/** What was asked for did not come in time; whether it still happens is not known. */
export class TooLate extends Error {}

/**
 * The work's outcome, or after so many milliseconds TooLate. The driver can wait for ever when its connection closes
 * at the very moment of a write; whoever asked must not.
 */
export const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new TooLate(`nothing came within ${milliseconds} ms`))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
