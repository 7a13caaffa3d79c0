import { useEffect, type ReactNode } from 'react'
import { Sign } from '#ui/formation.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import './identity.css'

/** The frame of the pages for visitors: the sign on one side, one thing to do on the other. */
export function OpenFrame({
  title,
  lead,
  name,
  children,
}: {
  title: string
  lead: string
  name?: string
  children: ReactNode
}) {
  const product = useWords(uiWords)('product')
  useEffect(() => {
    document.title = `${title}｜${product}`
  })
  return (
    <main className="sign-in">
      <header>
        <Sign width={168} birds={9} />
        <h1>{name ?? product}</h1>
        <p>{lead}</p>
      </header>
      {children}
    </main>
  )
}
