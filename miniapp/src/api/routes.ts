import { ENDPOINTS } from '@jiesu/shared-types'

/** What the client needs of each endpoint. Evaluated while building, see `config/routesLoader.cjs`. */
export const ROUTES = Object.fromEntries(
  ENDPOINTS.map(({ id, method, path, access, produces }) => [id, { method, path, access, produces }]),
)
