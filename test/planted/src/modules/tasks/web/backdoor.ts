export { findTask } from '../task.sql.ts'
