export { clock } from '../platform/clock.ts'
