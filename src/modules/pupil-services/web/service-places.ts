import type { Place } from '#ui/places.ts'

/** The pages of this module, for links between them. */
export const schoolServices = (schoolId: number, search: { year?: number; month?: string } = {}): Place => ({
  to: '/schools/$schoolId/services',
  params: { schoolId: String(schoolId) },
  search,
})
export const jointActivities = (unitId: number, year: number): Place => ({
  to: '/clusters/$unitId/joint-activities',
  params: { unitId: String(unitId) },
  search: { year },
})
export const clusterServices = (unitId: number, year: number): Place => ({
  to: '/clusters/$unitId/services',
  params: { unitId: String(unitId) },
  search: { year },
})
