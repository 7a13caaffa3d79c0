import type { Place } from '#ui/places.ts'

/** The pages of shared teaching. */
export const offeringAt = (offeringId: string): Place => ({ to: '/offerings/$offeringId', params: { offeringId } })
export const offeringsAt = (unitId: number): Place => ({
  to: '/clusters/$unitId/offerings',
  params: { unitId: String(unitId) },
})
