export { findPlan } from '../modules/plans/plan.sql.ts'
