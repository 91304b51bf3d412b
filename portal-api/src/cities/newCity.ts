/** Writes the folder of a new city, whole or not at all. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CityDataError, loadCity } from './loadCities'
import { PLACEHOLDER, scaffold } from './scaffold'

/** As in the addresses of the API; also a folder's name on every system. */
const CITY_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const LONGEST_ID = 31

/**
 * @param name as people say it, e.g. 烟台; a placeholder when nobody has said it yet.
 * @returns the folder.
 * @throws CityDataError when the id cannot be one or its folder is there already; nothing is written then.
 */
export const writeNewCity = (citiesFolder: string, id: string, name = `${PLACEHOLDER}市`): string => {
  if (!CITY_ID.test(id) || id.length < 2 || id.length > LONGEST_ID)
    throw new CityDataError([
      `${id}: 城市编号用小写英文词，以连字符连接，2 到 ${LONGEST_ID} 个字符，例如 yantai`,
    ])
  const folder = join(citiesFolder, id)
  if (existsSync(folder)) throw new CityDataError([`${folder}: 已经有这个城市，不会覆盖`])
  mkdirSync(citiesFolder, { recursive: true })
  // Folders that begin with a dot are no cities: a portal that starts in this moment does not see half of one.
  const workshop = mkdtempSync(join(citiesFolder, '.new-'))
  try {
    const draft = join(workshop, id)
    mkdirSync(draft)
    for (const [file, data] of Object.entries(scaffold(id, name)))
      writeFileSync(join(draft, file), `${JSON.stringify(data, null, 2)}\n`)
    loadCity(draft)
    renameSync(draft, folder)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
  return folder
}
