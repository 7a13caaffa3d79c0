import { useEffect, type ReactNode } from 'react'
import { Go } from './go.tsx'
import type { Place } from './places.ts'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

export interface Crumb {
  text: string
  to: Place
}

interface Given {
  title: string
  /** Beside the title: 示例. */
  tag?: ReactNode
  crumbs?: Crumb[]
  /** One line under the title. */
  lead?: ReactNode
  /** Right of the title: the year, what can be done with the page. */
  acts?: ReactNode
  className?: string
  children: ReactNode
}

/** The frame of every page: where it stands, its name, what it is about. */
export function Page({ title, tag, crumbs, lead, acts, className = '', children }: Given) {
  const t = useWords(uiWords)
  useEffect(() => {
    document.title = `${title}｜${t('product')}`
  }, [title, t])
  return (
    <article className={`page ${className}`}>
      <header className="page-head">
        <div className="page-name">
          {crumbs && (
            <nav aria-label={t('crumbs')} className="crumbs">
              {crumbs.map(({ text, to }) => (
                <Go key={text} to={to}>
                  {text}
                </Go>
              ))}
            </nav>
          )}
          <h1>
            {title}
            {tag}
          </h1>
          {lead && <div className="lead">{lead}</div>}
        </div>
        {acts && <div className="page-acts">{acts}</div>}
      </header>
      {children}
    </article>
  )
}
