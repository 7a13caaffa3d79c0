import { expect, test } from 'vitest'
import { ToolFields, toolOf } from './tool.contract.ts'

const tools = [
  { name: '大', address: 'https://tool.example.cn/a' },
  { name: '小', address: 'https://tool.example.cn/a/b/' },
]

test.each([
  ['https://tool.example.cn/a', '大'],
  ['https://tool.example.cn/a?x=1', '大'],
  ['https://tool.example.cn/a/c', '大'],
  ['https://tool.example.cn/a/b/c', '小'],
  ['https://tool.example.cn/ab', undefined],
  ['https://tool.example.cn.evil.example/a', undefined],
  ['https://other.example.cn/a', undefined],
])('%s is opened by %s', (address, name) => {
  expect(toolOf(address, tools)?.name).toBe(name)
})

test('a host alone does not begin another host', () => {
  expect(toolOf('https://tool.example.cn.evil.example/', [{ name: '站', address: 'https://tool.example.cn' }])).toBe(
    undefined,
  )
})

test.each([
  ['https://tool.example.cn/launch', true],
  ['http://127.0.0.1:4000/launch', true],
  ['http://tool.example.cn/launch', false],
  ['https://tool.example.cn/launch#here', false],
  ['https://somebody@tool.example.cn/launch', false],
  ['javascript:alert(1)', false],
  ['tool.example.cn/launch', false],
])('%s may be registered: %s', (address, ok) => {
  expect(ToolFields.shape.loginAddress.safeParse(address).success).toBe(ok)
})
