// @ts-check
/**
 * The least that could serve the list page: Fastify, pg, and the SQL of the product, word for word. At `/walled` that is all of
 * it, with the transaction that raises the second wall; at `/` only the five SELECTs.
 */
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
const cluster = Number(process.env['CLUSTER'])
const http = Fastify()

const unitSql = `
  select u.id, u.kind, u.name, u.short_name, u.district_id, d.name as district_name, u.parent_id, u.stage_scope, u.sample,
    array(select m.cluster_id from organizations.membership m
      where m.school_id = u.id and m.from_day <= $1::date and (m.until_day is null or m.until_day >= $2::date)
      order by 1) as cluster_ids
  from organizations.unit u join organizations.unit d on d.id = u.district_id where u.id = $3`
const memberSql = `
  select s.id as school_id, s.district_id, y.school_year
  from unnest($1::int[]) as y (school_year)
  join organizations.membership m on m.cluster_id = $2
    and m.from_day <= make_date(y.school_year + 1, 8, 31)
    and (m.until_day is null or m.until_day >= make_date(y.school_year + 1, 8, 31))
  join organizations.unit s on s.id = m.school_id
  union
  select u.id, u.district_id, y.school_year
  from organizations.unit u cross join unnest($3::int[]) as y (school_year)
  where u.id = $4 and u.kind = 'school' order by 3, 1`
const wanted = `t.district_id = any ($1::int[]) and t.school_id = any ($2::int[]) and t.school_year = $3`
const pageSql = `
  select t.teacher_id, t.staff_no, t.name, t.gender, t.school_id, t.district_id, t.stage, t.subject, t.title, t.backbone,
    t.subject_leader, t.eligible
  from people.teacher_year t where ${wanted} order by t.pinyin collate "C", t.teacher_id limit 51`
const totalSql = `select count(*) as n from people.teacher_year t where ${wanted}`
const nameSql = 'select id, name, parent_id, sample from organizations.unit where id = any ($1::int[])'

const settings = [
  'set local role yanzhen_app',
  `set local app.account_id = '00000000-0000-7000-8000-000000000000'`,
  `set local app.manages_accounts = 'off'`,
  `set local app."all" = 'off'`,
  `set local app.district_ids = '{}'`,
  `set local app.unit_ids = '{${cluster}}'`,
]
const open = `begin; ${settings.join('; ')}; set local app.school_ids = '{${await schoolIds()}}'`

async function schoolIds() {
  const members = await pool.query('select school_id from organizations.membership where cluster_id = $1', [cluster])
  return members.rows.map(({ school_id }) => school_id).join()
}

http.get('/', () => list(pool))
http.get('/walled', async () => {
  const client = await pool.connect()
  try {
    await client.query(open)
    const page = await list(client)
    await client.query('commit')
    return page
  } finally {
    client.release()
  }
})

/** @param {pg.Pool | pg.PoolClient} db */
async function list(db) {
  const today = new Date().toISOString().slice(0, 10)
  await db.query(unitSql, [today, today, cluster])
  const members = (await db.query(memberSql, [[2023], cluster, [2023], cluster])).rows
  const given = [[...new Set(members.map((m) => m.district_id))], members.map((m) => m.school_id), 2023]
  const rows = (await db.query(pageSql, given)).rows.slice(0, 50)
  const total = Number((await db.query(totalSql, given)).rows[0].n)
  const units = (await db.query(nameSql, [[...new Set(rows.map((row) => row.school_id))]])).rows
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return {
    teachers: rows.map((row) => ({
      teacherId: row.teacher_id,
      staffNo: row.staff_no,
      name: row.name,
      masked: false,
      gender: row.gender,
      schoolId: row.school_id,
      schoolName: names.get(row.school_id),
      stage: row.stage,
      subject: row.subject,
      title: row.title,
      backbone: row.backbone,
      subjectLeader: row.subject_leader,
      eligible: row.eligible,
    })),
    total,
  }
}

await http.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
console.log('listening')
