/** Where the web portal is, for links that leave the mini-program. */
export const portalOrigin = (): string => API_ORIGIN
