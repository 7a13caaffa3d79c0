/** What other modules may ask of rotations. */
export { openBatch, type PlannedBatch } from './door.actions.ts'
export { listPlacements, type PlacementRow } from './placements.sql.ts'
