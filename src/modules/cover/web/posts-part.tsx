import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { asQuery } from '#ui/api.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { postApi, type PostLesson, type PostLine } from '../post.contract.ts'
import { weekdayName } from '#shared/week.ts'
import { coverWords } from './cover-words.ts'
import { shortDay } from './day-words.ts'
import { EndPostSide, PostSide } from './sides.ts'

const lessonInWords = ({ weekday, period, className, subject, weeks }: PostLesson) =>
  `${weekdayName(weekday)}第${period}节${className}${subject}${weeks === '每周' ? '' : `（${weeks}）`}`

/** Teachers with standing lessons at another school. */
export function PostsPart({ unitId, mayAdd }: { unitId: number; mayAdd: boolean }) {
  const t = useWords(coverWords)
  const { data, error } = useQuery(asQuery(postApi.list, { params: { unitId } }))
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<PostLine>()
  return (
    <section aria-labelledby="posts" className="cover-part">
      <div className="section-head">
        <h2 id="posts">{t('posts')}</h2>
        {mayAdd && data && <Button onClick={() => setAdding(true)}>{t('addPost')}</Button>}
      </div>
      <ProblemNote error={error} />
      {data?.posts.length === 0 && <p>{t('noPosts')}</p>}
      {data && data.posts.length > 0 && <Posts posts={data.posts} onEnd={setEnding} />}
      {data && isAdding && <PostSide unitId={unitId} data={data} onClose={() => setAdding(false)} />}
      {ending && <EndPostSide post={ending} onClose={() => setEnding(undefined)} />}
    </section>
  )
}

function Posts({ posts, onEnd }: { posts: PostLine[]; onEnd: (post: PostLine) => void }) {
  const t = useWords(coverWords)
  const acts = (post: PostLine) =>
    post.can.includes('end') ? (
      <Button size="small" type="link" aria-label={`${t('endPost')}：${post.teacherName}`} onClick={() => onEnd(post)}>
        {t('endPost')}
      </Button>
    ) : (
      '—'
    )
  return (
    <RuledTable
      caption={t('posts')}
      quiet
      rows={posts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'teacher',
          title: t('teacher'),
          heads: true,
          className: 'still',
          cell: ({ teacherName }) => teacherName,
        },
        {
          key: 'form',
          title: t('form'),
          cell: ({ form, rotation }) => [form, rotation && t('rotation')].filter(Boolean).join('，'),
        },
        { key: 'from', title: t('from'), className: 'still', cell: ({ fromSchool }) => fromSchool },
        {
          key: 'to',
          title: t('to'),
          className: 'still',
          cell: ({ toSchool, campus }) => [toSchool, campus].filter(Boolean).join('，'),
        },
        {
          key: 'days',
          title: t('days'),
          className: 'still',
          cell: ({ fromDay, untilDay }) => `${shortDay(fromDay)}—${shortDay(untilDay)}`,
        },
        { key: 'weekly', title: t('weekly'), cell: ({ lessons }) => lessons.map(lessonInWords).join('、') },
        { key: 'acts', title: t('acts'), acts: true, cell: acts },
      ]}
    />
  )
}
