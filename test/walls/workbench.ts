import { type Ask } from './ask.ts'

export const workbench: Record<string, readonly Ask[]> = {}
