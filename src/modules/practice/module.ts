import type { Module } from '#platform/module.ts'
import { placeRoutes } from './place.routes.ts'

export const practice: Module = {
  name: 'practice',
  routes: placeRoutes,
}
