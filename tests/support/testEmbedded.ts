import { isNamed } from './namedDatabase'

/** For what is about the embedded engine itself, such as killing it. */
export const testEmbedded = isNamed ? test.skip : test
