export { page } from '../modules/plans/web/index.ts'
