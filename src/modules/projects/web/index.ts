import type { Screen } from '#ui/screen.ts'
import { projectsMenu } from './menu-words.ts'

/** Research projects of teachers. */
export const projectsScreens: Screen[] = [
  {
    path: '/clusters/$unitId/projects',
    page: () => import('./projects-page.tsx'),
    menu: { words: projectsMenu, order: 51.6, verb: 'readFigures', under: 'teaching' },
  },
  { path: '/projects/$projectId', page: () => import('./project-page.tsx') },
]
