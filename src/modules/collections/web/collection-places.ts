import type { Place } from '#ui/places.ts'

/** Where the pages of volumes stand; nothing outside this folder leads there by name, so the shell does not carry them. */
export const collectionPlaces = {
  collections: (unitId: number): Place => ({ to: '/clusters/$unitId/collections', params: { unitId: String(unitId) } }),
  collection: (collectionId: string): Place => ({ to: '/collections/$collectionId', params: { collectionId } }),
}
