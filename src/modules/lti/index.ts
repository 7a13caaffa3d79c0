/** What other modules may ask of lti: the tools of a cluster, and the way into one. */
export { beginLaunch } from './launch.actions.ts'
export { listOpenTools } from './tool.actions.ts'
