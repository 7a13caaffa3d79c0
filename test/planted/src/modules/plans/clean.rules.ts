export { day } from '../../shared/day.ts'
