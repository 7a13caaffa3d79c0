import { Plan } from '../../plans/plan.contract.ts'

export const brings = [Plan]
