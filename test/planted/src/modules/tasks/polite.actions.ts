export { plan } from '../plans/index.ts'
