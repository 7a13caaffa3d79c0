/** What other modules may ask of the figures. */
export { freshen } from './counter.actions.ts'
