export { module } from '../../main/modules.ts'
