import { Go } from '#ui/go.tsx'
import { Sign } from '#ui/formation.tsx'
import { placeAt } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import type { TodoGroup, TodoLine } from '../today.contract.ts'
import { todayWords } from './words.ts'
import './today.css'

/** What waits for the person: by matter, the late first and said so in words. */
export default function TodoList({ groups, today }: { groups: TodoGroup[]; today: string }) {
  const t = useWords(todayWords)
  const all = groups.flatMap(({ todos }) => todos)
  const late = all.filter(({ lateDays }) => lateDays > 0).length
  return (
    <section className="todos" aria-labelledby="todos">
      <div className="section-head">
        <h2 id="todos">{t('todos')}</h2>
        {all.length > 0 && <p>{t('count', { n: all.length })}</p>}
        {late > 0 && <p className="late">{t('late_n', { n: late })}</p>}
      </div>
      {all.length === 0 && (
        <div className="calm">
          <Sign width={96} birds={5} />
          <p>{t('calm')}</p>
        </div>
      )}
      {groups.map(({ name, title, todos }) => (
        <section key={name} aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {todos.map((todo) => (
              <Todo key={todo.key} todo={todo} today={today} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Todo({ todo, today }: { todo: TodoLine; today: string }) {
  const { title, detail, unitName, to } = todo
  return (
    <li className="todo">
      <div>
        <Go to={placeAt(to)} className="todo-title">
          {title}
        </Go>
        <p className="quiet">{[unitName, detail].filter(Boolean).join('，')}</p>
      </div>
      <Due todo={todo} today={today} />
    </li>
  )
}

function Due({ todo: { due, lateDays }, today }: { todo: TodoLine; today: string }) {
  const t = useWords(todayWords)
  if (due === null) return null
  if (lateDays > 0) return <p className="late">{t('late', { days: lateDays })}</p>
  const [, month, date] = due.split('-').map(Number)
  return <p className="due">{due === today ? t('dueToday') : t('due', { month, date })}</p>
}
