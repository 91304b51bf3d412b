// In place of axios's own adapters, see `config/webpackParts.ts`. No types: it is read as the file that it replaces.
export const getFetch = () => null
export default null
