import type { Context } from '#platform/context.ts'
import type { TeacherKey, TeacherPage } from '#platform/teacher-facts.ts'
import { findService } from './certificate.actions.ts'
import { certifies } from './mobility.access.ts'
import { listOfTeacher } from './rotation-list.sql.ts'

/** The way from a teacher's page to what was served and certified, for whoever may certify it; none where nothing was. */
export async function servicePage(ctx: Context, teacher: TeacherKey): Promise<TeacherPage | undefined> {
  const { districtId, teacherId } = teacher
  const service = await findService(ctx, teacherId)
  if (!service || !certifies(ctx.actor, service)) return undefined
  const rotations = await listOfTeacher(ctx.db, districtId, teacherId)
  return rotations.length > 0 ? { words: '交流经历和服务证明', to: `/teachers/${teacherId}/service` } : undefined
}
