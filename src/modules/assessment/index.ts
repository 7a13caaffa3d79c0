/** What other modules may ask about figures and targets. */
export { readConcerns } from './concern.actions.ts'
export { distanceToTargets, type HeldFigure } from './distance.rules.ts'
