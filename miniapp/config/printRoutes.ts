// Prints the route table as JSON; `routesLoader.cjs` puts it into the bundle in place of the contracts.
import { ROUTES } from '../src/api/routes'

process.stdout.write(JSON.stringify(ROUTES))
