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
  /** Whether it is the one chosen among its neighbours; 'by-path': it marks itself on its page, whatever stands behind '?'. */
  current?: boolean | 'by-path'
}

/** A link to a page of the site. */
export function Go({ to, keepScroll = false, current, ...rest }: Given) {
  return (
    <Link
      to={to.to}
      {...(to.params && { params: to.params as never })}
      search={(to.search ?? {}) as never}
      resetScroll={!keepScroll}
      activeOptions={{ exact: true, includeSearch: current !== 'by-path' }}
      {...(current === true && { 'aria-current': 'true' })}
      {...rest}
    />
  )
}
