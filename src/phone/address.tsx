import { useSyncExternalStore, type MouseEvent, type ReactNode } from 'react'

const BASE = '/m'
const heard = new Set<() => void>()
const tell = () => heard.forEach((hear) => hear())
addEventListener('popstate', tell)

function subscribe(hear: () => void): () => void {
  heard.add(hear)
  return () => void heard.delete(hear)
}

/** The page within the entry ('/host') and what stands behind '?'. */
export function useAddress(): { page: string; search: URLSearchParams } {
  const text = useSyncExternalStore(subscribe, () => location.pathname + location.search)
  const { pathname, searchParams } = new URL(text, location.origin)
  return { page: pathname.slice(BASE.length).replace(/\/$/, '') || '/', search: searchParams }
}

export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', BASE + to)
  scrollTo(0, 0)
  tell()
}

/** A way to another page of the entry. */
export function To({
  to,
  className,
  children,
  current,
}: {
  to: string
  className?: string
  children: ReactNode
  current?: boolean
}) {
  // prettier-ignore
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(to)
  }
  return (
    <a href={BASE + to} className={className} onClick={onClick} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  )
}
