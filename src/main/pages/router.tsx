import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type AnyRouter,
} from '@tanstack/react-router'
import { sessionApi } from '#modules/identity/session.contract.ts'
import { Problem } from '#shared/problem.ts'
import { readSearch, writeSearch } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { ProblemPage } from '#ui/problem-view.tsx'
import type { Screen } from '#ui/screen.ts'
import { PageSkeleton } from '#ui/skeleton.tsx'
import { screens } from '../screens.ts'
import { Shell } from './shell.tsx'

const nowhere = new Problem('ui.notFound', 404, '')

/** The site's pages as routes: those for visitors bare, the others inside the shell and behind the sign-in. */
export function buildRouter(queries: QueryClient): AnyRouter {
  const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet })
  const inside = createRoute({
    getParentRoute: () => root,
    id: 'inside',
    component: Shell,
    beforeLoad: ({ location }) => signedInOnly(queries, location.href),
    errorComponent: ({ error, reset }) => <ProblemPage error={error} retry={reset} />,
  })
  const routeOf = (screen: Screen) =>
    createRoute({
      getParentRoute: () => (screen.open ? root : inside),
      path: screen.path,
      component: lazyRouteComponent(screen.page),
    })
  const open = screens.filter((screen) => screen.open).map(routeOf)
  const closed = screens.filter((screen) => !screen.open).map(routeOf)
  const lost = createRoute({
    getParentRoute: () => inside,
    path: '$',
    component: () => <ProblemPage error={nowhere} />,
  })
  const phone = createRoute({
    getParentRoute: () => root,
    path: '/m/$',
    beforeLoad: ({ location }) => toSmallEntry(location.href),
  })
  return createRouter({
    routeTree: root.addChildren([...open, phone, inside.addChildren([...closed, lost])]),
    context: { queries },
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    defaultPendingMinMs: 0,
    defaultPendingComponent: () => <PageSkeleton />,
    defaultErrorComponent: ({ error, reset }) => (
      <ProblemPage
        error={error}
        retry={() => {
          void queries.resetQueries({ predicate: (query) => query.state.status === 'error' })
          reset()
        }}
      />
    ),
  })
}

/** Below /m stands another entry, for phones: the server has it. */
function toSmallEntry(href: string): never {
  throw redirect({ href, reloadDocument: true })
}

async function signedInOnly(queries: QueryClient, from: string): Promise<void> {
  try {
    await queries.ensureQueryData({ ...asQuery(sessionApi.me, {}), staleTime: Infinity })
  } catch (error) {
    if (error instanceof Problem && error.status === 401) throw redirect({ to: '/sign-in', search: { from } as never })
    throw error
  }
}

/** When the session has run out in the middle of work: to the sign-in, and from there back to the same place. */
export async function toSignIn(router: AnyRouter): Promise<void> {
  const { href, pathname } = router.state.location
  if (pathname === '/sign-in') return
  router.options.context.queries.removeQueries({ queryKey: [sessionApi.me.path] })
  await router.navigate({ to: '/sign-in', search: { from: href } as never })
}
