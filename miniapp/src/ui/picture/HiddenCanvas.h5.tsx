/** The H5 draws on a canvas that is on no page. */
export const HiddenCanvas = (_: { id: string }) => null
