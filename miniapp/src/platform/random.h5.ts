/** Bytes that nobody can guess; browsers give them on pages without a secure origin, too. */
export const randomBytes = async (length: number): Promise<Uint8Array | undefined> =>
  Promise.resolve(crypto.getRandomValues(new Uint8Array(length)))
