export { Plan } from '../modules/plans/plan.contract.ts'
