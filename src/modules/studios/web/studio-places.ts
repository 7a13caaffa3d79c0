import type { Place } from '#ui/places.ts'

/** Where the pages of studios stand; nothing outside this folder leads there by name, so the shell does not carry them. */
export const studioPlaces = {
  studios: (unitId: number, year?: number): Place => ({ to: '/clusters/$unitId/studios', params: { unitId: String(unitId) }, search: { year } }), // prettier-ignore
  studio: (studioId: string, year?: number): Place => ({ to: '/studios/$studioId', params: { studioId }, search: { year } }), // prettier-ignore
  call: (callId: string): Place => ({ to: '/studio-calls/$callId', params: { callId } }),
}
