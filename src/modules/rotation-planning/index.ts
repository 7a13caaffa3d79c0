/** What other modules may ask of a year's rotation planning. */
export { readPlannerInput } from './input.actions.ts'
export type { PlannerInput } from './input.rules.ts'
