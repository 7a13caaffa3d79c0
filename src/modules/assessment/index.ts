/** What other modules may ask about figures and targets. */
export { figuresOf, readOverview, readStatistics, type Statistics } from './figure.actions.ts'
export { readConcerns } from './concern.actions.ts'
export { readForecasts } from './forecast.actions.ts'
export { readTargets } from './target.actions.ts'
