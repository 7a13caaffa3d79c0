export { plan } from '../modules/plans/index.ts'
