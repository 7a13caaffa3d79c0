import type { Module } from '#platform/module.ts'
import { launchRoutes } from './launch.routes.ts'
import { toolRoutes } from './tool.routes.ts'

export const lti: Module = {
  name: 'lti',
  routes: (host) => {
    toolRoutes(host)
    launchRoutes(host)
  },
}
