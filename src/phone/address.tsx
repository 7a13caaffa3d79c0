import { useSyncExternalStore, type MouseEvent, type ReactNode } from 'react'

const BASE = '/m'
const heard = new Set<() => void>()
const tell = () => heard.forEach((hear) => hear())
addEventListener('popstate', tell)

function subscribe(hear: () => void): () => void {
  heard.add(hear)
  return () => void heard.delete(hear)
}

let visits = 0

/** The page within the entry ('/host'), what stands behind '?', and which visit this is: who comes to a page again begins anew. */
export function useAddress(): { page: string; search: URLSearchParams; visit: number } {
  const text = useSyncExternalStore(subscribe, () => `${location.pathname}${location.search}#${visits}`)
  const { pathname, searchParams, hash } = new URL(text, location.origin)
  const page = pathname.slice(BASE.length).replace(/\/$/, '') || '/'
  return { page, search: searchParams, visit: Number(hash.slice(1)) }
}

export function go(to: string, how: 'push' | 'replace' = 'push'): void {
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', BASE + to)
  visits += 1
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
