import { expect, test } from 'vitest'
import { byEnding, isShown, kindOf, sizeInWords } from './kind.rules.ts'

test.each([
  ['教案.PDF', 'application/pdf', '文档'],
  ['剪纸.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', '文档'],
  ['旧课件.ppt', 'application/x-cfb', '演示文稿'],
  ['旧名单.et', 'application/x-cfb', '表格'],
  ['一节课.mp4', 'video/mp4', '视频'],
  ['照片.jpeg', 'image/jpeg', '图片'],
])('%s whose bytes say %s is a %s', (name, told, kind) => expect(kindOf(name, told, false)?.kind).toBe(kind))

test.each([
  ['教案.pdf', 'application/x-msdownload'],
  ['照片.jpg', 'image/png'],
  ['课件.pptx', 'application/zip'],
  ['网页.html', 'text/html'],
  ['图标.svg', 'image/svg+xml'],
  ['程序.exe', 'application/x-msdownload'],
  ['没有后缀', 'application/pdf'],
])('%s whose bytes say %s is not taken', (name, told) => expect(kindOf(name, told, false)).toBeUndefined())

test('plain text tells no type: it is known by being text', () => {
  expect(kindOf('说明.txt', undefined, true)?.type).toBe('text/plain')
  expect(kindOf('说明.txt', undefined, false)).toBeUndefined()
  expect(kindOf('说明.pdf', undefined, true)).toBeUndefined()
})

test('what may be sent is told before it is sent, and only what holds no script is shown in its place', () => {
  expect(byEnding('课.mkv')?.kind).toBe('视频')
  expect(byEnding('课.js')).toBeUndefined()
  expect(['application/pdf', 'video/mp4', 'text/plain'].every(isShown)).toBe(true)
  expect(['application/zip', 'video/x-msvideo', 'text/html', 'image/svg+xml'].some(isShown)).toBe(false)
})

test.each([
  [0, '0 B'],
  [512, '512 B'],
  [1536, '1.5 KB'],
  [104_857_600, '100 MB'],
  [2_147_483_648, '2 GB'],
  [5_000_000_000_000, '4657 GB'],
])('%i bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words))
