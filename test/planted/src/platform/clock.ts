import { day } from '../shared/day.ts'

export const clock = () => day
