import { type Ask } from './ask.ts'

export const publishing: Record<string, readonly Ask[]> = {}
