import type { StoredPart } from '#platform/about.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import { workbookBuffer } from '#platform/sheet/write.ts'
import type { Account } from './account.sql.ts'

/** What every module has stored about a person: read outside the wall, for these are the person's own eyes. */
export function storedAbout(ctx: Context, account: Account): Promise<StoredPart[]> {
  const { teacherDistrictId: districtId, teacherId } = account
  const teacher = districtId !== null && teacherId !== null ? { districtId, teacherId } : null
  return ctx.asOwner(async (db) => {
    const own: Context = { ...ctx, db, asOwner: (work) => work(db) }
    const parts: StoredPart[] = []
    for (const about of ctx.abouts) parts.push(...(await about.list(own, { accountId: account.id, teacher })))
    return parts
  })
}

const nameOf = ({ today }: Context, { name }: Account) => `关于${name}的资料-${today}`

/** The same to take along: one sheet a part. */
export async function dataWorkbook(ctx: Context, account: Account): Promise<Download> {
  const parts = await storedAbout(ctx, account)
  const sheets = parts.map(({ title, columns, rows }) => ({
    name: title,
    columns: columns.map((column) => ({ title: column })),
    rows,
  }))
  return new Download(`${nameOf(ctx, account)}.xlsx`, XLSX, await workbookBuffer(sheets))
}

export async function dataJson(ctx: Context, account: Account): Promise<Download> {
  const parts = await storedAbout(ctx, account)
  const text = JSON.stringify({ name: account.name, day: ctx.today, parts }, null, 2)
  return new Download(`${nameOf(ctx, account)}.json`, 'application/json; charset=utf-8', Buffer.from(text))
}
