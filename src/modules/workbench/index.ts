/** What other modules may ask of the workbench. */
export { notify } from './notify.actions.ts'
