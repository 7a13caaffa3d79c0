import { Plan } from '../../plans/plan.contract.ts'

export const page = Plan
