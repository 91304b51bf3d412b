/** Where the web portal is: here. */
export const portalOrigin = (): string => window.location.origin
