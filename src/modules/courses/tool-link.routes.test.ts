import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { accountId, cast, PASSWORD, PEOPLE, PLACES, type Person } from '../../../test/cast.ts'
import { publishCourse } from '../../../test/course-world.ts'
import { testDatabase } from '../../../test/database.ts'
import { asking, asPerson, testApp, type Asking } from '../../../test/http.ts'
import { zipFiles } from '../../../test/zip-files.ts'
import type { App } from '../../main/app.ts'

let database: Database
let app: App
let author: Asking
/** How far the clock of the house is put on. */
let later = 0
beforeAll(async () => {
  database = await testDatabase()
  await cast(database)
  app = await testApp(database, { now: () => new Date(Date.now() + later) })
  author = asPerson(app, 'teacher')
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const ISSUER = 'http://localhost:3000'
const TARGET = 'https://tool.example.cn/lti?figure=7'
const RETURN = 'https://tool.example.cn/launch'
const tools = `/api/units/${PLACES.c1}/lti-tools`
const registered = {
  ...{ name: '几何画板', address: 'https://tool.example.cn/lti' },
  ...{ loginAddress: 'https://tool.example.cn/login?from=school', redirects: [RETURN] },
}

async function register(more: object = {}): Promise<string> {
  const reply = await asPerson(app, 'office').post(tools, { ...registered, ...more })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().id
}

/** A course of one lesson with one link; the path by which the link is opened. */
async function write(name: string, address = TARGET): Promise<{ id: string; launch: string; material: string }> {
  const about = { name, stages: ['初中'], theme: '科技', audience: '学区', licence: '署名' }
  const { id } = (await author.post('/api/courses', about)).json()
  const { revision } = (await author.get(`/api/courses/${id}`)).json()
  const outline = { summary: '画图', goals: '会画', outline: '', implementation: '', appraisal: '' }
  const link = { id: '', kind: 'link', title: '圆与圆', fileId: null, address }
  const lessons = [{ id: '', title: '位置关系', minutes: 40, goals: '', steps: '', materials: [link] }]
  const byline = { about: { ...about, byline: '某人' } }
  expect((await author.post(`/api/courses/${id}`, { revision, outline, lessons, ...byline })).statusCode).toBe(200)
  const { content } = (await author.get(`/api/courses/${id}`)).json()
  const material = content.lessons[0].materials[0].id
  return { id, material, launch: `/api/courses/${id}/materials/${material}/launch` }
}

async function follow(path: string, who: Person = 'teacher'): Promise<URL> {
  const reply = await asPerson(app, who).get(path)
  expect(reply.statusCode).toBe(302)
  return new URL(reply.headers['location'] as string)
}

/** What a tool does when a browser comes to its login: it asks us who it is. */
const askOf = ({ searchParams: said }: URL, more: Record<string, string> = {}): string => {
  const asked = {
    ...{ scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none' },
    ...{ client_id: said.get('client_id')!, redirect_uri: RETURN, login_hint: said.get('login_hint')! },
    ...{ lti_message_hint: said.get('lti_message_hint')!, state: 'here&"there"', nonce: 'once' },
  }
  return `/api/lti/auth?${new URLSearchParams({ ...asked, ...more })}`
}

const tokenIn = (page: string): string => /name="id_token" value="([\w.-]+)"/.exec(page)![1]!

/** The claims of a token, checked as a tool does: by the key that anybody may fetch. */
async function claimsOf(token: string, clientId: string) {
  const keys = createLocalJWKSet((await asking(app).get(`/api/lti/tools/${clientId}/keys`)).json())
  const { payload, protectedHeader } = await jwtVerify<Record<string, unknown>>(token, keys, {
    ...{ issuer: ISSUER, audience: clientId, algorithms: ['RS256'] },
    requiredClaims: ['iss', 'aud', 'sub', 'exp', 'iat', 'nonce'],
  })
  expect(protectedHeader.kid).toBe(clientId)
  return payload
}

/** The teacher in another browser. */
async function otherSession(): Promise<string> {
  const reply = await asking(app).post('/api/session', { login: 'teacher', password: PASSWORD })
  return String(reply.headers['set-cookie']).split(';')[0]!
}

let clientId: string
let course: Awaited<ReturnType<typeof write>>

test('a link of a tool leads through its login to a signed token with all that LTI 1.3 asks for, and no name', async () => {
  clientId = await register()
  course = await write('圆的位置关系')
  const start = await follow(course.launch)
  expect(start.href).toMatch(/^https:\/\/tool\.example\.cn\/login\?from=school&/)
  const { lti_message_hint: hint, login_hint: sub, ...said } = Object.fromEntries(start.searchParams)
  expect(said).toEqual({
    from: 'school',
    iss: ISSUER,
    target_link_uri: TARGET,
    client_id: clientId,
    lti_deployment_id: String(PLACES.c1),
  })
  expect(hint).not.toContain(accountId('teacher'))
  const reply = await author.get(askOf(start))
  expect(reply.headers['content-type']).toContain('text/html')
  expect(reply.headers['content-security-policy']).toMatch(
    /^default-src 'none'; base-uri 'none'; frame-ancestors 'none'; script-src 'sha256-[\w+/]{43}='$/,
  )
  expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'origin' })
  expect(reply.body).toContain(`<form method="post" action="${RETURN}">`)
  expect(reply.body).toContain('name="state" value="here&amp;&quot;there&quot;"')
  const { iat, exp, ...claims } = await claimsOf(tokenIn(reply.body), clientId)
  expect(exp! - iat!).toBe(300)
  const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
  expect(claims).toEqual({
    ...{ iss: ISSUER, aud: clientId, azp: clientId, sub, nonce: 'once' },
    [claim('message_type')]: 'LtiResourceLinkRequest',
    [claim('version')]: '1.3.0',
    [claim('deployment_id')]: String(PLACES.c1),
    [claim('target_link_uri')]: TARGET,
    [claim('resource_link')]: { id: `${course.id}.${course.material}`, title: '圆与圆' },
    [claim('roles')]: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor'],
    [claim('context')]: {
      ...{ id: course.id, title: '圆的位置关系' },
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseTemplate'],
    },
    [claim('tool_platform')]: { guid: expect.stringMatching(/^[\da-f]{32}$/), name: '雁阵', product_family_code: 'yanzhen' }, // prettier-ignore
    [claim('launch_presentation')]: { document_target: 'window', locale: 'zh-CN' },
  })
  for (const own of [PEOPLE.teacher.name, accountId('teacher')]) expect(JSON.stringify(claims)).not.toContain(own)
})

test('somebody is always the same to one tool, and another to the next', async () => {
  const again = await follow(course.launch)
  expect((await follow(course.launch)).searchParams.get('login_hint')).toBe(again.searchParams.get('login_hint'))
  await register({ name: '另一个', address: 'https://other.example.cn/' })
  const other = await write('别的工具', 'https://other.example.cn/x')
  expect((await follow(other.launch)).searchParams.get('login_hint')).not.toBe(again.searchParams.get('login_hint'))
})

test.each([
  [
    'redirect_uri',
    'https://tool.example.cn/launch/more',
    '它要回到 https://tool.example.cn/launch/more，这个地址没有登记',
  ],
  ['redirect_uri', '', '缺少 redirect_uri'],
  ['client_id', '00000000-0000-7000-8000-00000000dead', 'client_id 应为 '],
  ['login_hint', 'somebody-else', 'login_hint 应为 '],
  ['lti_message_hint', 'bm90IG91cnM', '请从课程页面打开工具'],
  ['nonce', '', '缺少 nonce'],
  ['scope', 'profile', 'scope 应为 openid'],
  ['response_type', 'code', 'response_type 应为 id_token'],
  ['response_mode', 'query', 'response_mode 应为 form_post'],
  ['prompt', 'login', 'prompt 应为 none'],
])('a tool that asks with another %s is not answered', async (name, value, words) => {
  const reply = await author.get(askOf(await follow(course.launch), { [name]: value }))
  expect(reply.json()).toMatchObject({ status: 409, code: 'lti.refused', title: expect.stringContaining(words) })
})

test('a tool may ask by a form as well: the browser is sent to ask again, now with its session', async () => {
  const asked = new URL(askOf(await follow(course.launch)), ISSUER)
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
  const sent = await app.inject({ method: 'POST', url: asked.pathname, headers, payload: `${asked.searchParams}` })
  expect(sent.statusCode).toBe(303)
  const location = new URL(sent.headers.location!, ISSUER)
  expect(location.pathname).toBe(asked.pathname)
  expect(Object.fromEntries(location.searchParams)).toEqual(Object.fromEntries(asked.searchParams))
  expect((await author.get(`${location.pathname}${location.search}`)).body).toContain('name="id_token"')
})

test('only who followed the link is told of, in the session in which they did, and only soon after', async () => {
  const asked = askOf(await follow(course.launch))
  const again = { title: '点开以后重新登录过，请回到课程页面再点一次。' }
  expect((await asPerson(app, 'principal').get(asked)).json()).toMatchObject(again)
  expect((await asking(app, await otherSession()).get(asked)).json()).toMatchObject(again)
  expect((await asking(app).get(asked)).statusCode).toBe(401)
  later = 11 * 60_000
  const late = await author.get(asked)
  later = 0
  expect(late.json()).toMatchObject({ title: expect.stringContaining('打开得太久了') })
  expect((await author.get(asked)).statusCode).toBe(200)
})

test('who may read the course may open its links; in a package they are links to the tool', async () => {
  expect((await asPerson(app, 'expert').get(course.launch)).statusCode).toBe(404)
  await publishCourse(app, course.id)
  const start = await follow(course.launch, 'expert')
  const claims = await claimsOf(tokenIn((await asPerson(app, 'expert').get(askOf(start))).body), clientId)
  expect(claims['https://purl.imsglobal.org/spec/lti/claim/roles']).toEqual([
    'http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor',
  ])
  expect((await asPerson(app, 'outsider').get(course.launch)).statusCode).toBe(404)
  expect((await author.get(`/api/courses/${course.id}/tools`)).json().tools).toContainEqual({
    name: registered.name,
    address: registered.address,
  })
  const files = await zipFiles((await author.get(`/api/courses/${course.id}/cartridge`)).rawPayload)
  expect(files.get('links/01-01.xml')!.toString()).toContain('<cartridge_basiclti_link')
})

test('that somebody went into a tool is on record', async () => {
  const rows = await database.transact('owner', (db) =>
    db.selectFrom('platform.audit').select('title').where('subjectId', '=', course.id).execute(),
  )
  expect(rows.map(({ title }) => title)).toContain('查看材料（用外部工具打开）')
})

test('a tool that was closed is told of nobody any more, and no link of ours leads anywhere but to an open one', async () => {
  const asked = askOf(await follow(course.launch))
  await register({ toolId: clientId, isOpen: false })
  expect((await author.get(asked)).json()).toMatchObject({ title: expect.stringContaining('已经停用') })
  expect((await author.get(course.launch)).json()).toMatchObject({ code: 'courses.toolClosed' })
  expect((await author.get(`/api/courses/${course.id}/tools`)).json().tools).not.toContainEqual(
    expect.objectContaining({ name: registered.name }),
  )
})
