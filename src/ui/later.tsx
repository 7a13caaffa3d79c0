import { lazy, Suspense, useState, type ComponentType } from 'react'

/**
 * A part of a page that is fetched when it is first wanted: most readers of a page never open its forms. One that
 * stands closed in its page (`open={false}`) is fetched when it is opened. Until it is there, nothing stands in its place.
 *
 *     const ContactSide = later(async () => (await import('./contact-side.tsx')).ContactSide)
 */
export function later<P extends object>(fetchPart: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await fetchPart() })) as unknown as ComponentType<P>
  return function Later(given: P) {
    const open = !('open' in given) || Boolean(given.open)
    const [opened, setOpened] = useState(open)
    if (open && !opened) setOpened(true)
    if (!opened) return null
    return (
      <Suspense fallback={null}>
        <Part {...given} />
      </Suspense>
    )
  }
}
