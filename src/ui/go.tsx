import { Link } from '@tanstack/react-router'
import type { MouseEventHandler, ReactNode } from 'react'
import type { Place } from './places.ts'

interface Given {
  to: Place
  children: ReactNode
  className?: string
  title?: string
  'aria-label'?: string
  onClick?: MouseEventHandler<HTMLAnchorElement>
  /** Stays where the reader is on the page. */
  keepScroll?: boolean
  /** Whether it is the one chosen among its neighbours; left out, a link to the page at hand marks itself. */
  current?: boolean
}

/** A link to a page of the site. */
export function Go({ to, keepScroll = false, current, ...rest }: Given) {
  return (
    <Link
      to={to.to}
      {...(to.params && { params: to.params as never })}
      search={(to.search ?? {}) as never}
      resetScroll={!keepScroll}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={current === undefined ? { 'aria-current': 'page' } : {}}
      {...(current && { 'aria-current': 'true' })}
      {...rest}
    />
  )
}
