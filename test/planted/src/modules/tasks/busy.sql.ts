export { plan } from './polite.actions.ts'
