export { page } from './web/task-page.ts'
