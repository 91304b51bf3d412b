import type { ChangedOrder, SimulationAnswer } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import type { CityTexts } from '../cities/parseCity'
import type { CityFinding } from '../cities/rules/cityFinding'
import { linesOf } from '../cities/rules/jsonText'
import type { Replayed } from './replay'
import type { ChangeExample } from './rules/compareRules'

/** More than anybody corrects at a time. */
const MOST_FINDINGS = 100

/** With the lines in the texts in which they stand. */
export const findingsView = (findings: readonly CityFinding[], texts: CityTexts): SimulationAnswer => {
  const shown = findings.slice(0, MOST_FINDINGS)
  const lines = new Map(
    [...new Set(shown.map(({ file }) => file))].map((file) => {
      const paths = shown.filter((finding) => finding.file === file).map(({ path }) => path)
      const found = linesOf(texts.get(file) ?? '', paths)
      return [file, new Map(paths.map((path, i) => [path, found[i]]))]
    }),
  )
  return {
    outcome: 'findings',
    total: findings.length,
    findings: shown.map(({ file, path, message, line = lines.get(file)?.get(path) }) => ({
      file,
      path,
      message,
      ...(line === undefined ? {} : { line }),
    })),
  }
}

/** Categories go by the name in force, or the draft's for one that it adds. */
export const reportView = (before: City, after: City, { report, more }: Replayed): SimulationAnswer => {
  const categories = [before, after].flatMap((city) =>
    city.categoryGroups.flatMap((group) => group.categories),
  )
  const example = ({ id, day, category, before: was, after: is }: ChangeExample): ChangedOrder => ({
    number: id,
    day,
    categoryName: categories.find((one) => one.id === category)?.name ?? category,
    before: [...was],
    after: [...is],
  })
  const { scope, dispatch, clock } = report
  return {
    outcome: 'report',
    orders: report.appeals,
    more,
    scope: { ...scope, examples: scope.examples.map(example) },
    dispatch: { ...dispatch, examples: dispatch.examples.map(example) },
    clock: { ...clock, examples: clock.examples.map(example) },
  }
}
