/** What other modules may ask of files: they keep what was uploaded, and say themselves who may see it. */
export { factsOf, filesById, keepFile, readContent, refuseGone, releaseFile, sendFile } from './file.actions.ts'
export { findFile, type KeptFile } from './file.sql.ts'
export { hasReading, readFileOnce, readingOf } from './reading.actions.ts'
