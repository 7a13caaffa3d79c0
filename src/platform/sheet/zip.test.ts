import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { temporaryFolder, workbookParts, writePackage } from '../../../test/workbook-files.ts'
import { openWorkbook } from './open.ts'

const folder = temporaryFolder()

/** Texts that hardly pack: the part is still coming in when its reader has seen enough. */
const rows = Array.from(
  { length: 20_000 },
  () => `<row><c t="inlineStr"><is><t>${randomBytes(24).toString('base64')}</t></is></c></row>`,
)

it('a large part may be left before its end and read again, over and over', async () => {
  const parts = workbookParts({ sheet: `<sheetData>${rows.join('')}</sheetData>` })
  const book = await openWorkbook(await writePackage(folder.path('large.xlsx'), parts))
  for (let time = 0; time < 5; time++) {
    const batches = book.batches('表一')[Symbol.asyncIterator]()
    expect((await batches.next()).done).toBe(false)
    await batches.return?.()
  }
  let read = 0
  for await (const batch of book.batches('表一')) read += batch.length
  expect(read).toBe(rows.length)
  await book.close()
})
