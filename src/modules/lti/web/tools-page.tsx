import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { tell } from '#ui/told.tsx'
import { useWords } from '#ui/words.ts'
import { toolApi, type Tool } from '../tool.contract.ts'
import { ToolSide } from './sides.ts'
import { toolWords } from './tool-words.ts'
import './tools.css'

/** The tools outside the house into which courses of a cluster lead, each with what its administrator has to know. */
export default function ToolsPage() {
  const t = useWords(toolWords)
  const unitId = Number(useParam('unitId'))
  const [open, setOpen] = useState<Tool | 'new'>()
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [asQuery(unitApi.read, { params: { unitId } }), asQuery(toolApi.list, { params: { unitId } })],
  })
  const keeps = data.can.includes('keep')
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={t('lead')}
      acts={
        keeps && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t('add')}
          </Button>
        )
      }
    >
      {data.tools.length === 0 && <p>{t('none')}</p>}
      {data.tools.map((tool) => (
        <ToolPart key={tool.id} tool={tool} platform={data} onEdit={keeps ? () => setOpen(tool) : undefined} />
      ))}
      {open && <ToolSide unitId={unitId} tool={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

interface Part {
  tool: Tool
  platform: { issuer: string; authAddress: string }
  onEdit: (() => void) | undefined
}

function ToolPart({ tool, platform: { issuer, authAddress }, onEdit }: Part) {
  const t = useWords(toolWords)
  const { id, name, address, loginAddress, redirects, isOpen, deploymentId, keysAddress } = tool
  return (
    <section className="tool" aria-label={name}>
      <h2>
        {name}
        {!isOpen && `（${t('closed')}）`}
      </h2>
      {onEdit && (
        <p>
          <Button aria-label={t('editOf', tool)} onClick={onEdit}>
            {t('edit')}
          </Button>
        </p>
      )}
      <h3>{t('theirs')}</h3>
      <FactList
        facts={[
          [t('address'), address],
          [t('loginAddress'), loginAddress],
          [t('redirects'), redirects.join(' ')],
        ]}
      />
      <h3>{t('ours')}</h3>
      <ToSend
        facts={[
          [t('issuer'), issuer],
          [t('clientId'), id],
          [t('deploymentId'), deploymentId],
          [t('authAddress'), authAddress],
          [t('keysAddress'), keysAddress],
        ]}
      />
    </section>
  )
}

/** What the administrator of a tool has to know, to be copied as a whole. */
function ToSend({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) {
  const t = useWords(toolWords)
  const block = useRef<HTMLDivElement>(null)
  const copy = async () => {
    const text = facts.map(([name, value]) => `${name}：${value}`).join('\n')
    getSelection()?.selectAllChildren(block.current!)
    // Where the site is not behind https, browsers know only the old way to copy.
    await (navigator.clipboard?.writeText(text) ?? Promise.resolve(document.execCommand('copy')))
    tell(t('copied'))
  }
  return (
    <>
      <div ref={block}>
        <FactList facts={facts} />
      </div>
      <p>
        <Button onClick={() => void copy()}>{t('copy')}</Button>
      </p>
    </>
  )
}
