export { findPlan } from '../plans/plan.sql.ts'
