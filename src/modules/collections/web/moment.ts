import { dayOf } from '#shared/day.ts'

export const today = (): string => dayOf(new Date())
