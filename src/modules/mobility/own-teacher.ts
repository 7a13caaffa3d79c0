import type { Context } from '#platform/context.ts'
import type { TeacherKey } from '#platform/teacher-facts.ts'
import { findTeacherOfAccount } from '#modules/identity/index.ts'

/** The teacher whose account the reader has; undefined where it is nobody's in the register. */
export const findOwnTeacher = (ctx: Context): Promise<TeacherKey | undefined> =>
  ctx.asOwner((db) => findTeacherOfAccount(db, ctx.actor.id))
