/** What other modules may ask of rotations. */
export { listTaken, readAdopted, type Adopted, type Taken } from './adopted.actions.ts'
export { openBatch, type Opened, type PlannedBatch } from './door.actions.ts'
export { listPlacements, type PlacementRow } from './placements.sql.ts'
export { replaceBatch } from './replace.actions.ts'
