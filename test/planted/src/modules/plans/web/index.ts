import { Plan } from '../plan.contract.ts'

export const page = Plan
