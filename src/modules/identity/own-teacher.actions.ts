import type { Context } from '#platform/context.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { findTeacherOfAccount } from './reach.sql.ts'

/** The teacher in the register who the account of the one who asks belongs to; undefined where it belongs to none. */
export const findOwnTeacher = (ctx: Context): Promise<TeacherKey | undefined> =>
  ctx.asOwner((db) => findTeacherOfAccount(db, ctx.actor.id))
