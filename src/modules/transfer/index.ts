/** What other modules may ask of the import. */
export { loadSample } from './sample.actions.ts'
export { importFile } from './import.actions.ts'
