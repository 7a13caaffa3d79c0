export { findPlan as plan } from './plan.sql.ts'
