import { within, type Policy } from '#shared/access.ts'

/** A teacher's years are open to whoever sees the persons of one of the schools; the list hangs on its unit. */
export const teacherAccess = {
  read: (actor, years) => years.some((year) => within(actor.sees, year)),
} satisfies Record<string, Policy<readonly { schoolId: number; districtId: number }[]>>
