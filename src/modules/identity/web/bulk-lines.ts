export interface BulkRead {
  lines: { school: string; name: string; phone?: string }[]
  /** Numbers of the lines that were not understood, from 1. */
  faults: number[]
}

const parts = (line: string): string[] =>
  (/[\t,，;；]/.test(line) ? line.split(/[\t,，;；]/) : line.split(/\s+/)).map((part) => part.trim())

/** Reads what was pasted from a table: school, name, phone; empty lines and a line of headings are passed over. */
export function readBulk(text: string): BulkRead {
  const read: BulkRead = { lines: [], faults: [] }
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || /^\s*学校[\t,，;；\s]+(姓名|联络员)/.test(line)) return
    const [school = '', name = '', phone = ''] = parts(line)
    if (school && name && name.length <= 40 && /^$|^[\d +-]{5,20}$/.test(phone))
      read.lines.push({ school, name, ...(phone && { phone }) })
    else read.faults.push(index + 1)
  })
  return read
}
