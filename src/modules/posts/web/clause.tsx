import { useWords } from '#ui/words.ts'
import { postWords } from './words.ts'

const clauses = {
  pool: { at: '六（一）', text: '统筹解决紧密型学区、集团创建所需编制，健全骨干教师流动“蓄水池”机制。' },
  staff: { at: '四（二）', text: '通过统筹编制、盘活存量等方式，形成干部、教师有序流动的工作制度。' },
  hire: {
    at: '四（二）',
    text: '经学区管理委员会或集团理事会研究决定，……可统筹各校干部、教师的招聘、配备和使用，统筹中、高级职称申报。',
  },
  titles: {
    at: '六（二）',
    text: '评定高级教师、特级教师等职称、荣誉，向学区、集团内经常性流动、承担带教任务的教师倾斜。',
  },
} as const

/** The words of the document on which a part of the page rests. */
export function Clause({ of }: { of: keyof typeof clauses }) {
  const t = useWords(postWords)
  const { at, text } = clauses[of]
  const quoted = text.replace(/“/g, '‘').replace(/”/g, '’').replace(/。$/, '')
  return <p className="post-clause">{t('clause', { name: t('opinion'), at, text: quoted })}</p>
}
