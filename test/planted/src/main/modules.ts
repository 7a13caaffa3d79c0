export { module } from '../modules/plans/module.ts'
