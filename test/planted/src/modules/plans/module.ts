import { clock } from '../../platform/clock.ts'

export const module = { name: 'plans', clock }
