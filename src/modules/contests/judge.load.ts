import type { Context } from '#platform/context.ts'
import { findLatestSchool } from '#modules/people/index.ts'
import type { Judge } from './conflict.rules.ts'
import { listBonds, listJurorAccounts, type JurorAccount } from './jury.sql.ts'

/** What may stand between an account and a work: the schools of its roles and of the register, and its bonds. */
export async function judgeOf(ctx: Context, account: JurorAccount): Promise<Judge> {
  const { unitIds, teacherId, teacherDistrictId: districtId } = account
  if (teacherId === null || districtId === null) return { schoolIds: unitIds, teacherId: null, bonds: new Map() }
  return ctx.asOwner(async (db) => {
    const school = await findLatestSchool(db, { districtId, teacherId })
    const bonds = await listBonds(db, { districtId, teacherId })
    const schoolIds = school === undefined ? unitIds : [...unitIds, school]
    return { schoolIds, teacherId, bonds: new Map(bonds.map((bond) => [bond.teacherId, bond.why])) }
  })
}

/** Each of these accounts with what may stand between it and a work. */
export async function judgesOf(ctx: Context, accountIds: readonly string[]): Promise<Map<string, Judge>> {
  const accounts = await ctx.asOwner((db) => listJurorAccounts(db, { accountIds, today: ctx.today }))
  const found = new Map<string, Judge>()
  for (const account of accounts) found.set(account.accountId, await judgeOf(ctx, account))
  return found
}
