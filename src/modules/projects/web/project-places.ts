import type { Place } from '#ui/places.ts'

/** Where the pages of projects stand; nothing outside this folder leads there by name, so the shell does not carry them. */
export const projectPlaces = {
  projects: (unitId: number): Place => ({ to: '/clusters/$unitId/projects', params: { unitId: String(unitId) } }),
  project: (projectId: string): Place => ({ to: '/projects/$projectId', params: { projectId } }),
}
