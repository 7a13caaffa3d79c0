import { Button } from 'antd'
import { useState } from 'react'
import './file.css'
import { fileWords } from './file-words.ts'
import { later } from './later.tsx'
import type { FileText } from './file-text-side.tsx'
import { useWords } from './words.ts'

const TextSide = later(async () => (await import('./file-text-side.tsx')).FileTextSide)

interface Given {
  title: string
  file: { name: string; kind: string; isShown: boolean; downloads: number }
  /** 1.5 MB */
  size: string
  /** Where it is fetched; with `?show=1` it is shown in its place. */
  href: string
  /** What it says, for machines that cannot open it. */
  text: () => Promise<FileText>
}

/** A file in one line: what it is, and what one can do with it. */
export function FileLine({ title, file, size, href, text }: Given) {
  const t = useWords(fileWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="file-line">
      <strong>{title}</strong>
      <span>{t('facts', { kind: file.kind, size, n: file.downloads })}</span>
      <span className="acts">
        {file.isShown && (
          <a href={`${href}?show=1`} target="_blank" rel="noreferrer">
            {t('show')}
          </a>
        )}
        {holdsText.has(file.kind) && (
          <Button type="link" size="small" onClick={() => setOpen(true)}>
            {t('text')}
          </Button>
        )}
        <a href={href} download={file.name}>
          {t('download')}
        </a>
      </span>
      <TextSide name={file.name} href={href} text={text} open={isOpen} onClose={() => setOpen(false)} />
    </div>
  )
}

const holdsText = new Set(['文档', '演示文稿', '表格', '文本'])
