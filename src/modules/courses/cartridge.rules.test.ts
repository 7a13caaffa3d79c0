import { expect, test } from 'vitest'
import { cartridgeOf } from './cartridge.rules.ts'
import type { CartridgeCourse } from './cartridge-page.rules.ts'
import { emptyContent, type Lesson, type Material } from './content.contract.ts'

const FILE = '00000000-0000-7000-8000-000000000001'
const GONE = '00000000-0000-7000-8000-000000000002'
const file = (title: string, fileId = FILE): Material => ({ id: title, kind: 'file', title, fileId, address: null })
const link = (title: string, address: string): Material => ({ id: title, kind: 'link', title, fileId: null, address })
const lesson = (title: string, materials: Material[] = [], more: Partial<Lesson> = {}): Lesson => ({ id: title, title, minutes: 40, goals: '', steps: '', materials, ...more }) // prettier-ignore
const course = (lessons: Lesson[], more: Partial<CartridgeCourse> = {}): CartridgeCourse => ({
  ...{ id: '00000000-0000-7000-8000-0000000000aa', name: '船模制作', subject: '劳动', words: ['小学', '科技'] },
  ...{ summary: '做一条船', rights: '署名：某人。使用许可：署名。' },
  content: { ...emptyContent, goals: '会做船', lessons },
  ...more,
})
const endings = new Map([[FILE, '.pdf']])
const tools = [{ name: '几何画板', address: 'https://tool.example.cn/lti' }]
const packed = (given: CartridgeCourse, version: '1.3' | '1.1' = '1.3') =>
  new Map(
    cartridgeOf(given, version, { endings, tools }).map((one) => [one.path, 'text' in one ? one.text : one.fileId]),
  )

test('outline, lessons, files and addresses stand in the order in which they are taught', () => {
  const files = packed(
    course([lesson('认识船', [file('图纸'), link('视频', 'https://example.cn/?a=1&b=2')]), lesson('下水')]),
  )
  expect([...files.keys()]).toEqual([
    'imsmanifest.xml',
    'pages/outline.html',
    'pages/lesson-01.html',
    'web_resources/01-01.pdf',
    'links/01-02.xml',
    'pages/lesson-02.html',
  ])
  expect(files.get('web_resources/01-01.pdf')).toBe(FILE)
  expect(files.get('links/01-02.xml')).toContain('<url href="https://example.cn/?a=1&amp;b=2" target="_blank"/>')
  const manifest = files.get('imsmanifest.xml')!
  const titles = [...manifest.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title)
  expect(titles).toEqual(['课程纲要', '第 1 课时 认识船', '课时说明', '图纸', '视频', '第 2 课时 下水', '课时说明'])
})

test('an address is written in plain letters', () => {
  const files = packed(course([lesson('看', [link('展品', 'https://example.cn/展品?名=船')])]))
  expect(files.get('links/01-01.xml')).toContain('href="https://example.cn/%E5%B1%95%E5%93%81?%E5%90%8D=%E8%88%B9"')
})

test('every line of contents names a resource, every resource a file of the package', () => {
  const files = packed(course([lesson('认识船', [file('图纸'), link('视频', 'https://example.cn/')])]))
  const manifest = files.get('imsmanifest.xml')!
  const all = (pattern: RegExp) => [...manifest.matchAll(pattern)].map(([, found]) => found!)
  const resources = all(/<resource identifier="(.*?)"/g)
  expect(all(/identifierref="(.*?)"/g)).toEqual(resources)
  expect(all(/<file href="(.*?)"/g)).toEqual([...files.keys()].slice(1))
  const ids = all(/ identifier="(.*?)"/g)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[A-Z][\w.-]*$/)
})

test.each([
  ['1.3', 'imsccv1p3/imscp_v1p1', '1.3.0', 'imswl_xmlv1p3'],
  ['1.1', 'imsccv1p1/imscp_v1p1', '1.1.0', 'imswl_xmlv1p1'],
] as const)('as %s it says so, where readers look for it', (version, space, said, type) => {
  const manifest = packed(course([lesson('看', [link('站', 'https://example.cn/')])]), version).get('imsmanifest.xml')!
  expect(Buffer.from(manifest).subarray(0, 500).toString()).toContain(`xmlns="http://www.imsglobal.org/xsd/${space}"`)
  expect(manifest).toContain(`<schemaversion>${said}</schemaversion>`)
  expect(manifest).toContain(`type="${type}"`)
})

test('a file that is gone has no line, and signs of markup are words', () => {
  const files = packed(course([lesson('<b>&"船"', [file('没了', GONE)], { goals: '一\n\n二\n三 <script>' })]))
  expect([...files.keys()]).toEqual(['imsmanifest.xml', 'pages/outline.html', 'pages/lesson-01.html'])
  expect(files.get('imsmanifest.xml')).toContain('<title>第 1 课时 &lt;b&gt;&amp;&quot;船&quot;</title>')
  expect(files.get('imsmanifest.xml')).not.toContain('没了')
  expect(files.get('pages/lesson-01.html')).toContain('<p>一</p>\n<p>二<br>三 &lt;script&gt;</p>')
})

test('who made it and what one may do with it goes along', () => {
  const files = packed(course([]))
  for (const path of ['imsmanifest.xml', 'pages/outline.html'])
    expect(files.get(path)).toContain('署名：某人。使用许可：署名。')
})

test.each([
  ['1.3', 'imsbasiclti_xmlv1p3', 'imslticc_v1p3'],
  ['1.1', 'imsbasiclti_xmlv1p0', 'imslticc_v1p0'],
] as const)('as %s an address of a tool is a link to the tool', (version, type, space) => {
  const address = 'https://tool.example.cn/lti?figure=1&level=2'
  const files = packed(course([lesson('画图', [link('圆与圆', address), link('站', 'https://tool.example.cn/other')])]), version) // prettier-ignore
  expect(files.get('imsmanifest.xml')).toContain(`<resource identifier="R_01-01" type="${type}">`)
  const text = files.get('links/01-01.xml')
  expect(text).toContain(`<cartridge_basiclti_link xmlns="http://www.imsglobal.org/xsd/${space}"`)
  expect(text).toContain('<blti:title>圆与圆</blti:title>')
  expect(text).toContain('<blti:secure_launch_url>https://tool.example.cn/lti?figure=1&amp;level=2</blti:secure_launch_url>') // prettier-ignore
  expect(text).toContain('<lticp:name>几何画板</lticp:name>')
  expect(files.get('links/01-02.xml')).toContain('<webLink')
})
