import type { Context } from '#platform/context.ts'
import type { TeacherTime, TeacherTimes } from '#platform/teacher-times.ts'

/** Where teachers have to be between two instants by what other modules arranged with them. */
export async function timesOf(
  ctx: Context,
  districtId: number,
  teacherIds: readonly string[],
  span: Parameters<TeacherTimes>[3],
): Promise<TeacherTime[]> {
  const times: TeacherTime[] = []
  await ctx.asOwner(async (db) => {
    for (const list of ctx.teacherTimes) times.push(...(await list(db, districtId, teacherIds, span)))
  })
  return times
}
