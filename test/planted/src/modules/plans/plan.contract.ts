import { z } from 'zod'

export const Plan = z.string()
