/**
 * Reads the first sheet of a workbook in a process of its own: a file that asks for too much memory ends this process
 * and no other. Plain JavaScript, so that it starts at once.
 */
const { unzipSync } = require('fflate')
const { readSheet } = require('read-excel-file/universal')

/** What the parts say they take unpacked; no more than that is unpacked later, whatever they hold. */
const unpackedSize = (bytes) => {
  let size = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      return false
    },
  })
  return size
}

/** A day in a cell comes as midnight UTC. Everything is handed over as text: days are read by the same rules as in CSV. */
const asText = (cell) => {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

const read = async ({ bytes, mostUnpacked, mostRows }) => {
  if (unpackedSize(bytes) > mostUnpacked) return { problem: 'too-large-unpacked' }
  // What came over the channel is part of a larger buffer.
  const rows = await readSheet(Uint8Array.from(bytes).buffer)
  if (rows.length > mostRows) return { problem: 'too-many-rows' }
  return { rows: rows.map((row) => row.map(asText)) }
}

process.once('message', (asked) => {
  read(asked)
    .catch(() => ({ problem: 'unreadable' }))
    .then((answer) => process.send(answer, () => process.disconnect()))
})
